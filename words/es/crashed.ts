export const crashed = {
  title: (when: string) => `Se cerró de forma inesperada (${when})`,
  explained: 'Todo lo guardado está a salvo.',
  act: 'Diagnóstico…',
}
