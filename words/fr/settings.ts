import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: {
    name: 'Normal',
    explained: 'Chaque minute si la fenêtre est ouverte, sinon toutes les 5 minutes.',
  },
  slower: {
    name: 'Lent',
    explained: 'Toutes les 5 minutes si la fenêtre est ouverte, sinon toutes les 15.',
  },
  slowest: {
    name: 'Très lent',
    explained: 'Toutes les 15 minutes si la fenêtre est ouverte, sinon chaque heure.',
  },
}
const theme: Record<Settings['theme'], string> = { system: 'Système', light: 'Clair', dark: 'Sombre' }

export const settings = {
  app: 'Application',
  tabs: { label: 'Réglages de', organisation: 'Cette organisation', app: 'Application' },
  openAtLogin: 'Lancer à l’ouverture de session',
  startHidden: 'Démarrer masqué dans la zone de notification',
  startHiddenExplained: 'Seulement si une organisation est connectée.',
  closeToTray: 'Rester actif après fermeture',
  closeToTrayExplained: 'Fermer la fenêtre laisse l’icône dans la zone de notification.',
  shareStatus: 'Partager l’état avec d’autres programmes',
  shareStatusExplained:
    'Pour les barres d’état et les scripts : soldes et alertes dans un fichier que vous seul pouvez lire.',
  trayTitle: 'Solde à côté de l’icône',
  shortcut: {
    name: 'Raccourci pour ouvrir',
    none: 'Aucun',
    change: 'Modifier',
    /** Read out on the button. */
    changeLabel: 'Modifier le raccourci pour ouvrir',
    removeLabel: 'Supprimer le raccourci pour ouvrir',
    press: 'Appuyez sur les touches…',
    stop: 'Échap pour annuler',
    needsMore: 'Ajoutez Ctrl, Alt ou la touche système, pour ne pas gêner la saisie.',
    needsMoreOnMac: 'Ajoutez ⌃, ⌥ ou ⌘, pour ne pas gêner la saisie.',
    notUsable: 'Cette touche est inutilisable. Choisissez une lettre, un chiffre ou une touche de fonction.',
    wayland:
      'Sous Wayland, c’est le bureau qui décide si le raccourci fonctionne ; impossible de le vérifier à l’avance.',
  },

  refresh: 'Actualisation',
  paceName: 'Rythme',
  pace,

  notices: 'Alertes',
  notifications: 'Notifications du bureau',
  notificationsExplained:
    'Pour un solde bas, une connexion qui va prendre fin et les résultats que vous attendez.',

  /** Of one organisation. */
  limits: 'Alertes et limites',
  spendableBelow: 'Disponible inférieur à',
  daysLeftBelow: 'Jours restants inférieurs à',
  spentWithinHour: 'Dépensé en une heure',
  spentWithinHourExplained: 'Repère une tâche qui s’emballe.',
  topUpPerDay: 'Limite quotidienne de recharge',
  topUpPerDayExplained: 'Pour les recharges faites sur cet ordinateur.',
  rotate: 'Me rappeler de renouveler les clés',
  rotateAfter: 'Rappel après (jours)',
  empty: 'Désactivé',
  badMoney: 'Saisissez un montant comme 10 ou 10,50, ou laissez vide pour désactiver.',
  badDays: (most: number) => `Saisissez un nombre entier de 1 à ${most}, ou laissez vide pour désactiver.`,

  look: 'Apparence',
  themeName: 'Thème',
  theme,
  language: 'Langue',
  languageOfSystem: 'Celle du système',

  data: 'Données',
  history: 'Historique et registre des clés',
  readings: (readings: string, since: string) =>
    `Relevés depuis le ${since} : ${readings}, sur cet ordinateur seulement.`,
  noReadings: 'Rien d’enregistré pour l’instant.',
  toActivity: 'Ouvrir l’activité',
  move: 'Passer à un autre ordinateur',
  moveExplained: 'Réglages, registre des clés et historique, mais aucune connexion.',
  export: 'Exporter…',
  exporting: 'Exportation',
  import: 'Importer…',
  importing: 'Importation',
  reset: 'Tout effacer ici',
  resetExplained:
    'Déconnecte toutes les organisations et supprime tout ce que Parallel Tray a enregistré sur cet ordinateur.',
  resetAct: 'Effacer…',
}
