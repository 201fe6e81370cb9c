/** The word at the start after a crash. */
export const crashed = {
  title: (when: string) => `前回、予期せず終了しました（${when}）`,
  explained: '保存済みのデータに影響はありません。',
  act: '診断情報…',
}
