import type { SystemWords } from '../systems.ts'
import { app } from './app.ts'

const inMenuBar = {
  title: 'O Parallel Tray continua aberto na barra de menus',
  explained: 'Fechar a janela só a oculta. Para encerrar, use o menu do ícone da barra de menus.',
}
const inNotificationArea = {
  title: 'O Parallel Tray continua na área de notificação',
  explained: 'Fechar a janela só a oculta. Para encerrar, use o menu do ícone ao lado do relógio.',
}
const [, ...otherFacts] = app.keepingDialog.facts

export const ptBRSystems: SystemWords = {
  mac: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'A chave está nas Chaves do macOS.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Criptografados',
              explained:
                'A chave está nas Chaves do macOS. Se elas não estiverem disponíveis, você decide antes, e nada é salvo sem o seu consentimento.',
            },
            ...otherFacts,
          ],
          limit:
            'Programas executados com o seu usuário neste computador talvez também consigam ler as Chaves.',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'Chaves bloqueadas',
            what: 'As Chaves do macOS estão bloqueadas ou não responderam.',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inMenuBar,
          keyringWaits: {
            title: 'Aguardando as Chaves do macOS',
            explained:
              'Os saldos serão atualizados quando elas forem desbloqueadas. Se for pedida uma senha, digite-a.',
          },
          unreadable: {
            title: 'As Chaves do macOS estavam bloqueadas',
            explained: 'Desbloqueie-as e reinicie o app. Sua sessão continua salva.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Criptografada, com a chave nas Chaves do macOS' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted:
              'Salva neste computador, criptografada com as Chaves do macOS. Enviada só a este proxy.',
            memory:
              'Mantida na memória até você encerrar o Parallel Tray, porque as Chaves do macOS não podem guardá-la. Enviada só a este proxy.',
          },
        },
      },
      session: {
        unreadable: 'A data de término poderá ser lida quando as Chaves do macOS estiverem desbloqueadas.',
        kept: {
          encrypted: (host) =>
            `Os tokens são criptografados com uma chave das Chaves do macOS. São enviados só para ${host}.`,
        },
      },
      settings: {
        startHidden: 'Iniciar oculto na barra de menus',
        closeToTrayExplained: 'Ao fechar a janela, o ícone permanece na barra de menus.',
      },
    },
    desktop: {
      livesInTray: inMenuBar,
    },
  },
  windows: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'O Windows guarda a chave para a sua conta de usuário.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Criptografados',
              explained:
                'Com uma chave que o Windows guarda para a sua conta de usuário. Se ele não puder, você decide antes, e nada é salvo sem o seu consentimento.',
            },
            ...otherFacts,
          ],
          limit:
            'Programas executados com o seu usuário neste computador também podem pedir ao Windows que os descriptografe.',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'Falha ao descriptografar',
            what: 'O Windows não conseguiu criptografar ou descriptografar para a sua conta de usuário.',
            next: 'Saia do Windows, entre de novo e tente mais uma vez.',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inNotificationArea,
          keyringWaits: {
            title: 'Aguardando o Windows',
            explained: 'Os saldos serão atualizados quando o Windows descriptografar a sua sessão.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Criptografada pelo Windows para a sua conta de usuário' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Salva neste computador, criptografada pelo Windows. Enviada só a este proxy.',
            memory:
              'Mantida na memória até você encerrar o Parallel Tray, porque o Windows não pode criptografá-la. Enviada só a este proxy.',
          },
        },
      },
      session: {
        unreadable: 'Não é possível ler quando ela termina. Entre de novo.',
        kept: {
          encrypted: (host: string) =>
            `Os tokens são criptografados pelo Windows para a sua conta de usuário. São enviados só para ${host}.`,
        },
      },
      settings: {
        startHidden: 'Iniciar oculto na área de notificação',
        closeToTrayExplained: 'Ao fechar a janela, o ícone permanece na área de notificação.',
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
    },
  },
}
