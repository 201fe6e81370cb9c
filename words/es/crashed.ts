export const crashed = {
  title: (when: string) => `Se cerró de forma inesperada (${when})`,
  explained: 'Todo lo que guardaste está a salvo.',
  act: 'Diagnóstico…',
}
