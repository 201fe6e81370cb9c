export const crashed = {
  title: (when: string) => `Parallel Tray wurde unerwartet beendet (${when})`,
  explained: 'Alles, was Sie gespeichert haben, ist noch da.',
  act: 'Diagnose…',
}
