import type { ThemeConfig } from 'antd'
import type { TypeSize } from '../typesize.ts'

/** How much larger than usual everything is: 18 is the usual size, as in desk.css. */
const scaled = (pixels: number, size: TypeSize) => Math.round((pixels * size) / 18)

/** antd in the house's colours, which leave no contrast violation, at the chosen type size (antd measures in pixels). */
export const themeAt = (size: TypeSize): ThemeConfig => ({
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
    fontSize: scaled(16, size),
    controlHeight: scaled(40, size),
    fontFamily: 'system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
    motion: false,
  },
  components: {
    Table: { headerBg: '#f3ede3', headerColor: '#1a1a1a', rowHoverBg: '#fdf9f3', cellPaddingBlock: 12 },
  },
})
