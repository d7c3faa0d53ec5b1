import type { ThemeConfig } from 'antd'

/** antd in the house's colours; these values left no contrast violation when every page was audited. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#b3221b',
    colorLink: '#0b57d0',
    colorError: '#b00020',
    colorText: '#1a1a1a',
    colorTextSecondary: '#4a4a4a',
    colorTextTertiary: '#595959',
    colorTextDescription: '#595959',
    colorTextQuaternary: '#6b6b6b',
    colorTextPlaceholder: '#6b6b6b',
    colorBgLayout: '#faf7f2',
    colorBorder: '#85796a',
    colorBorderSecondary: '#e2dacd',
    borderRadius: 8,
    fontSize: 16,
    controlHeight: 40,
    fontFamily: 'system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
    motion: false,
  },
  components: {
    Table: { headerBg: '#f3ede3', headerColor: '#1a1a1a', rowHoverBg: '#fdf9f3', cellPaddingBlock: 12 },
  },
}
