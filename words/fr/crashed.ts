export const crashed = {
  title: (when: string) => `Parallel Tray s’est fermé de façon inattendue (${when})`,
  explained: 'Tout ce que vous avez enregistré est intact.',
  act: 'Diagnostic…',
}
