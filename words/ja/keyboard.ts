/** Keys as they are printed on keyboards; macOS has signs of its own. */
export const keyboard = {
  control: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  /** The key with the system's sign, outside macOS. */
  super: 'Super',
}
