/** The word at the start after a crash. */
export const crashed = {
  title: (when: string) => `上次意外退出（${when}）`,
  explained: '已保存的内容完好无损。',
  act: '诊断信息…',
}
