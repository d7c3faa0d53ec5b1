import { Table, type TableProps } from 'antd'
import { useEffect, useRef, useState } from 'react'

/**
 * A table that scrolls sideways where the screen is narrow. While it does, the keyboard can reach and scroll it; a table
 * that fits is no stop on the way.
 */
export function WideTable<Row extends object>(props: TableProps<Row> & { readonly 'aria-label': string }) {
  const box = useRef<HTMLDivElement>(null)
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setCut(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const inside of element.children) observer.observe(inside)
    return () => observer.disconnect()
  }, [])
  const reach = isCut ? { tabIndex: 0, role: 'region', 'aria-label': props['aria-label'] } : {}
  return (
    <div className="wide-table" ref={box} {...reach}>
      <Table<Row> pagination={false} {...props} />
    </div>
  )
}
