export const crashed = {
  title: (when: string) => `O Parallel Tray foi encerrado inesperadamente (${when})`,
  explained:
    'O que estava salvo continua aqui: logins, configurações, histórico. O diagnóstico diz o que aconteceu.',
  act: 'Diagnóstico…',
}
