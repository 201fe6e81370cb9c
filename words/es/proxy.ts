export const proxyStrip = {
  title: 'El proxy pide una contraseña',
  explained: 'Hasta entonces nada llega a Parallel.',
  refused: 'Rechazó la última contraseña.',
  act: 'Introducir contraseña',
}

export const proxy = {
  dialog: {
    title: 'Contraseña del proxy',
    explained: (proxy: string) => `${proxy} pide una contraseña antes de dejar pasar nada.`,
    realm: (realm: string) => `Se identifica como «${realm}».`,
    username: 'Nombre de usuario',
    password: 'Contraseña',
    usernameMissing: 'Introduce un nombre de usuario.',
    passwordMissing: 'Introduce una contraseña.',
    usernameColon: 'El nombre de usuario de un proxy no puede contener dos puntos (:).',
    tooLong: 'Es demasiado largo.',
    refused:
      'El proxy rechazó este nombre de usuario o esta contraseña. Varios intentos fallidos pueden bloquear la cuenta.',
    keeping: {
      encrypted: 'Se guarda en este equipo, cifrada con tu llavero. Solo se envía a este proxy.',
      memory:
        'Se conserva en la memoria hasta que salgas, porque el llavero no puede guardarla. Solo se envía a este proxy.',
    },
    act: 'Continuar',
    busy: 'Iniciando sesión',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Sesión iniciada como ${username}.`,
    memory: (username: string) => `Sesión iniciada como ${username}, hasta que salgas.`,
    forget: 'Eliminar',
    busy: 'Eliminando',
  },
  palette: {
    enter: 'Introducir la contraseña del proxy…',
    forget: (proxy: string) => `Eliminar la contraseña del proxy ${proxy}`,
  },
}
