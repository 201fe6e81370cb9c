export const about = {
  group: 'Sobre',
  unofficial: 'Não oficial, não é feito pela Parallel.',
  open: 'Mostrar licenças',
  command: 'Sobre o Parallel Tray',
  ownLicence: 'Licença do Parallel Tray',
  madeWith: 'Feito com',
  chromium: (file: string) => `As licenças do Chromium ficam junto do app, em ${file}.`,
}
