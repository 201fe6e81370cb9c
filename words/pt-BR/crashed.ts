export const crashed = {
  title: (when: string) => `Encerrado inesperadamente (${when})`,
  explained: 'Tudo o que você salvou está seguro.',
  act: 'Diagnóstico…',
}
