export const keyboard = {
  control: 'Strg',
  alt: 'Alt',
  shift: 'Umschalt',
  super: 'Super',
}
