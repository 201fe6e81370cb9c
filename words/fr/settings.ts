import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: {
    name: 'Normal',
    explained: 'Chaque minute à l’écran, toutes les 5 minutes dans la zone de notification.',
  },
  slower: {
    name: 'Lent',
    explained: 'Toutes les 5 minutes à l’écran, toutes les 15 dans la zone de notification.',
  },
  slowest: {
    name: 'Très lent',
    explained: 'Toutes les 15 minutes à l’écran, chaque heure dans la zone de notification.',
  },
}
const theme: Record<Settings['theme'], string> = { system: 'Système', light: 'Clair', dark: 'Sombre' }

export const settings = {
  app: 'App',
  tabs: { label: 'Réglages de', organisation: 'Cette organisation', app: 'App' },
  openAtLogin: 'Lancer à l’ouverture de session',
  startHidden: 'Démarrer dans la zone de notification',
  startHiddenExplained: 'Tant qu’une organisation est connectée.',
  closeToTray: 'Rester actif après fermeture',
  closeToTrayExplained: 'Fermer la fenêtre laisse l’icône de notification.',
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
    removeLabel: 'Retirer le raccourci pour ouvrir',
    press: 'Appuyez sur les touches…',
    stop: 'Échap pour ne rien changer',
    needsMore: 'Ajoutez Ctrl, Alt ou la touche système, pour que la saisie reste possible.',
    needsMoreOnMac: 'Ajoutez ⌃, ⌥ ou ⌘, pour que la saisie reste possible.',
    notUsable: 'Cette touche est inutilisable. Prenez une lettre, un chiffre ou une touche de fonction.',
    wayland: 'Sous Wayland, le bureau décide si le raccourci arrive ici ; personne ne peut le dire d’avance.',
  },

  refresh: 'Actualisation',
  paceName: 'Rythme',
  pace,

  notices: 'Alertes',
  notifications: 'Notifications du bureau',
  notificationsExplained: 'Pour un solde bas, une connexion qui prend fin et les réponses que vous attendez.',

  /** Of one organisation. */
  limits: 'Alertes et limites',
  spendableBelow: 'Disponible inférieur à',
  daysLeftBelow: 'Jours restants inférieurs à',
  spentWithinHour: 'Dépensé en une heure',
  spentWithinHourExplained: 'Repère une tâche qui s’emballe.',
  topUpPerDay: 'Limite de recharge par jour',
  topUpPerDayExplained: 'Pour les recharges faites ici.',
  rotate: 'Rappeler de renouveler les clés',
  rotateAfter: 'Après (jours)',
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
  noReadings: 'Rien n’est conservé pour l’instant.',
  toActivity: 'Ouvrir l’activité',
  move: 'Passer à un autre ordinateur',
  moveExplained: 'Réglages, registre et historique, jamais une connexion.',
  export: 'Exporter…',
  exporting: 'Exportation',
  import: 'Importer…',
  importing: 'Lecture',
  reset: 'Tout effacer ici',
  resetExplained: 'Déconnecte toutes les organisations et retire tout de cet ordinateur.',
  resetAct: 'Effacer…',
}
