export const crashed = {
  title: (when: string) => `Parallel Tray s’est arrêté de façon inattendue (${when})`,
  explained:
    'Ce qui était enregistré est toujours là : connexions, réglages, historique. Le diagnostic dit ce qui s’est passé.',
  act: 'Diagnostic…',
}
