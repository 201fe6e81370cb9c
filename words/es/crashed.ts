export const crashed = {
  title: (when: string) => `Parallel Tray se cerró de forma inesperada (${when})`,
  explained: 'Lo que estaba guardado sigue ahí: sesiones, ajustes, historial. El diagnóstico dice qué pasó.',
  act: 'Diagnóstico…',
}
