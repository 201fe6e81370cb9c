import type { Phrase } from '../phrase.ts'

export const diagnostics = {
  row: {
    name: 'Diagnostic',
    explained: 'Un rapport sans jetons ni clés, pour la personne qui vous aide.',
    act: 'Afficher…',
  },
  inPalette: 'Afficher le diagnostic…',
  title: 'Diagnostic',
  explained:
    'C’est exactement ce texte qui est copié ou enregistré ; rien n’est envoyé. Les jetons, les clés, les mots de passe et les noms de vos organisations en sont retirés. Lisez-le avant de le transmettre.',
  label: 'Diagnostic',
  check: 'Vérifier le réseau',
  checking: 'Vérification',
  copy: 'Copier',
  copied: 'Copié',
  copiedAll: 'Diagnostic copié',
  save: 'Enregistrer…',
  saving: 'Enregistrement',
  saved: <T>(file: T): Phrase<T> => ['Enregistré sous ', file],
}
