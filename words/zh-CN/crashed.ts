export const crashed = {
  title: (when: string) => `Parallel Tray 意外退出（${when}）`,
  explained: '已保存的登录、设置和历史都还在。诊断信息说明了发生的情况。',
  act: '诊断…',
}
