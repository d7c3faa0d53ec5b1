import { endpoints } from '../endpoint.ts'
import { CodeOf, Id, Nullable, Shape, Text, Type } from '../schema.ts'
import { ALIAS_KINDS } from './addressWords.ts'
import { AreaParams } from './shapes.ts'

/** Another name of an area, or of the compound that its buildings carry; ended ones are its history. */
const AliasRow = Shape({
  id: Id(),
  alias: Type.String(),
  kind: CodeOf(ALIAS_KINDS),
  /** The compound it is a name of; null: of the area itself. */
  compound: Nullable(Type.String()),
  fromAt: Type.String(),
  toAt: Nullable(Type.String()),
})
const AliasResult = Shape({ id: Id(), alias: Type.String() })

export const aliasEndpoints = endpoints({
  listAreaAliases: {
    kind: 'read',
    method: 'GET',
    path: '/areas/:id/aliases',
    summary: { zh: '地点的别名', en: 'Other names of an area' },
    params: AreaParams,
    response: Shape({ items: Type.Array(AliasRow) }),
  },
  addAreaAlias: {
    kind: 'command',
    method: 'POST',
    path: '/areas/:id/aliases',
    summary: { zh: '添加别名', en: 'Add another name' },
    params: AreaParams,
    body: Shape({
      alias: Text('别名', 60),
      kind: CodeOf(ALIAS_KINDS, '类别'),
      /** The whole compound that this building stands in is called so. */
      ofCompound: Type.Boolean({ title: '整个小区' }),
    }),
    response: AliasResult,
    status: 201,
  },
  endAreaAlias: {
    kind: 'command',
    method: 'POST',
    path: '/area-aliases/:id/end',
    summary: { zh: '停用别名', en: 'End another name' },
    params: Shape({ id: Id('别名') }),
    body: Shape({}),
    response: AliasResult,
  },
})
