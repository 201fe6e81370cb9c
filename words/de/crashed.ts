export const crashed = {
  title: (when: string) => `Parallel Tray wurde unerwartet beendet (${when})`,
  explained:
    'Was gespeichert war, ist noch da: Anmeldungen, Einstellungen, Verlauf. Die Diagnose sagt, was geschehen ist.',
  act: 'Diagnose…',
}
