export const crashed = {
  title: (when: string) => `Parallel Tray が予期せず終了しました（${when}）`,
  explained: '保存されていたサインイン、設定、履歴はそのまま残っています。何が起きたかは診断情報にあります。',
  act: '診断…',
}
