import { plural } from '../plural.ts'
import { restartToUpdate } from './updates.ts'
import { at } from './when.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray : non connecté',
  restoring: 'Parallel Tray : chargement de vos connexions',
  waiting: 'Parallel Tray : en attente de votre approbation',

  paysByInvoice: 'paie sur facture',
  notRead: 'pas encore relevé',
  signInAgain: 'à reconnecter',
  unreadable: 'connexion enregistrée impossible à ouvrir',
  signingOut: 'déconnexion en cours',
  unsaved: 'derniers jetons pas encore enregistrés',
  low: 'bas',
  lessThanADay: 'moins d’un jour',
  nothingLeft: 'plus rien à dépenser',
  spendsFast: 'dépenses élevées',
  topUpUnknown: 'débit pas encore confirmé',
  offline: 'hors ligne',
  asOf: (when: string) => `Relevé ${at(when)}`,
  organisation: (name: string, what: string) => `${name} : ${what}`,
  and: (one: string, other: string) => `${one}, ${other}`,
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => plural('fr', count, { one: `et ${count} autre`, other: `et ${count} autres` }),

  allOrganisations: (count: number) => `Les ${count} organisations`,
  refresh: 'Actualiser maintenant',
  topUp: (name: string) => `Recharger ${name}…`,
  signIn: 'Se connecter',
  addOrganisation: 'Ajouter une organisation…',
  copyAndOpen: (userCode: string) => `${userCode} – copier et ouvrir le navigateur`,
  copyAndShow: (userCode: string) => `${userCode} – copier et afficher`,
  cancelSignIn: 'Annuler la connexion',
  open: 'Ouvrir Parallel Tray',
  about: 'À propos de Parallel Tray',
  quit: 'Quitter Parallel Tray',
  restartToUpdate,

  /** For the terminal. */
  noAnswer: (folder: string) => ({
    title: 'Parallel Tray n’a pas pu démarrer',
    explained:
      `Son dossier est verrouillé, mais aucun Parallel Tray ouvert n’a répondu : ${folder}\n` +
      'Vérifiez que vous pouvez y écrire. Si aucun Parallel Tray n’est ouvert, sur cet ordinateur ou un autre, ' +
      'supprimez-y le fichier SingletonLock et réessayez.',
  }),

  notRevoked: {
    title: 'Parallel est injoignable : la connexion n’a pas pu être révoquée',
    explained:
      'Elle n’était gardée qu’en mémoire et a disparu de cet ordinateur, mais reste valable chez Parallel jusqu’à son expiration :',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name} : date inconnue` : `${name} : ${until}`,
  },
}
