export const proxyStrip = {
  title: 'El proxy pide una contraseña',
  explained: 'Hasta entonces nada llega a Parallel.',
  refused: 'No aceptó la última contraseña.',
  act: 'Introducir contraseña',
}

export const proxy = {
  dialog: {
    title: 'Contraseña del proxy',
    explained: (proxy: string) => `${proxy} no deja pasar nada sin contraseña.`,
    realm: (realm: string) => `Se presenta como «${realm}».`,
    username: 'Nombre de usuario',
    password: 'Contraseña',
    usernameMissing: 'Falta el nombre de usuario.',
    passwordMissing: 'Falta la contraseña.',
    usernameColon: 'El nombre de usuario de un proxy no puede contener dos puntos.',
    tooLong: 'Es demasiado largo.',
    refused:
      'El proxy no aceptó este nombre de usuario o esta contraseña. Varios errores pueden bloquear la cuenta.',
    keeping: {
      encrypted: 'Se guarda en este equipo, cifrada por el llavero. Solo se envía a este proxy.',
      memory: 'Se guarda en memoria hasta salir: el llavero no puede guardarla. Solo se envía a este proxy.',
    },
    act: 'Continuar',
    busy: 'Accediendo',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Acceso como ${username}.`,
    memory: (username: string) => `Acceso como ${username}, hasta salir.`,
    forget: 'Olvidar',
    busy: 'Olvidando',
  },
  palette: {
    enter: 'Introducir la contraseña del proxy…',
    forget: (proxy: string) => `Olvidar la contraseña del proxy ${proxy}`,
  },
}
