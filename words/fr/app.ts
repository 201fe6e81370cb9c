import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'Voir le solde et les apps',
    explained: 'Toujours nécessaire.',
    short: 'voir le solde et les apps',
  },
  manage: {
    name: 'Gérer les apps et les clés',
    explained: 'Les créer et les supprimer.',
    short: 'gérer les apps et les clés',
  },
  'add-money': {
    name: 'Recharger le solde',
    explained: 'Débiter la carte de l’organisation, 100 $US au plus à la fois.',
    short: 'recharger le solde',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'Conservée chiffrée sur cet ordinateur',
    explained: 'La clé de chiffrement est dans le trousseau du système.',
  },
  plain: {
    name: 'Conservée sur ce disque, sans chiffrement',
    explained: 'Quiconque peut lire vos fichiers peut utiliser cette connexion.',
  },
  memory: {
    name: 'Gardée en mémoire jusqu’à ce que vous quittiez',
    explained: 'Rien n’est écrit. Vous devrez vous reconnecter à chaque démarrage.',
  },
}

export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray, non officiel',
  cancel: 'Annuler',
  back: 'Retour',
  close: 'Fermer',
  dismiss: 'Masquer',
  tryNow: 'Réessayer maintenant',
  otherServer: 'Ce n’est pas le serveur de Parallel :',
  otherServerLabel: 'Serveur',
  noticeLabel: 'Avis',
  howTokensAreKept: 'Conservation des jetons',
  keepingDialog: {
    title: 'Conservation des jetons',
    facts: [
      {
        name: 'Chiffrés',
        explained:
          'Avec une clé que seul le trousseau de votre système détient. Sans trousseau, la question vous est posée d’abord, et rien n’est écrit sans votre accord.',
      },
      {
        name: 'Hors de vue',
        explained: 'Cette fenêtre ne reçoit jamais de jeton, et aucun n’est écrit dans le journal.',
      },
      {
        name: 'Pour Parallel seulement',
        explained: 'Ils sont envoyés aux serveurs qui les ont émis, et nulle part ailleurs.',
      },
      {
        name: 'Effacés à la déconnexion',
        explained: 'La fin de la connexion est demandée à Parallel, et le fichier est supprimé.',
      },
    ],
    limit:
      'Ce qui s’exécute sous votre propre compte sur cet ordinateur peut aussi être en mesure d’interroger le trousseau.',
    folder: 'Fichiers de cette application',
    close: 'Fermer',
  },
  reference: 'Référence',
  permissions,
  keeping,
  list: (short: readonly string[]) => {
    const line = short.join(', ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  },
  mayDo: (short: readonly string[]) =>
    short.length === 0
      ? 'Ne peut même pas voir le solde : reconnectez-vous et autorisez-le'
      : `Peut ${short.join(', ')}`,
}
