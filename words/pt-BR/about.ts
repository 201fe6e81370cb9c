export const about = {
  group: 'Sobre',
  unofficial: 'Não oficial, não é feito pela Parallel.',
  open: 'Mostrar licenças',
  command: 'Sobre o Parallel Tray',
  ownLicence: 'Licença do Parallel Tray',
  madeWith: 'Feito com',
  chromium: (file: string) => `As do Chromium ficam junto do programa, em ${file}.`,
}
