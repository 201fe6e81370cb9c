/** Keys as they are printed on French keyboards; macOS has signs of its own. */
export const keyboard = {
  control: 'Ctrl',
  alt: 'Alt',
  shift: 'Maj',
  super: 'Super',
}
