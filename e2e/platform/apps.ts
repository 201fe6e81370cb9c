import { detailError, invalid, typedError } from './account-errors.ts'
import { newId, newSecret } from './codes.ts'
import type { Context } from './context.ts'
import { DEMO_USER } from './demo.ts'
import { json, type Reply } from './http.ts'
import type { App, Organisation } from './state.ts'

const MAX_NAME_LENGTH = 255

/** `GET /service/v1/apps` */
export function listApps(organisation: Organisation): Reply {
  const { orgId, name, apps } = organisation
  return json(200, {
    apps: apps.map((app) => ({ app_id: app.appId, app_name: app.appName, org_id: orgId, org_name: name })),
  })
}

/** `POST /service/v1/apps`: no idempotency, two calls make two apps. */
export function createApp(
  context: Context,
  organisation: Organisation,
  body: Record<string, unknown>,
): Reply {
  const name = readName(body, 'app_name')
  if (typeof name !== 'string') return name
  const app: App = { appId: newId('app'), appName: name, createdByUserId: DEMO_USER.userId, keys: [] }
  organisation.apps.push(app)
  context.changed()
  return json(200, { app_id: app.appId })
}

/** `DELETE /service/v1/apps/{app_id}`: its keys go with it. */
export function deleteApp(context: Context, organisation: Organisation, appId: string): Reply {
  const app = organisation.apps.find((one) => one.appId === appId)
  if (!app) return detailError(404, 'App not found')
  const others = [app, ...app.keys].some((one) => one.createdByUserId !== DEMO_USER.userId)
  if (organisation.role === 'member' && others) return forbiddenForMember('app')
  organisation.apps = organisation.apps.filter((one) => one !== app)
  context.changed()
  return json(200, {})
}

/** `POST /service/v1/apps/{app_id}/keys`: only this response contains the raw key. */
export function createKey(
  context: Context,
  organisation: Organisation,
  appId: string,
  body: Record<string, unknown>,
): Reply {
  const app = organisation.apps.find((one) => one.appId === appId)
  if (!app) return detailError(404, 'App not found')
  const name = readName(body, 'api_key_name')
  if (typeof name !== 'string') return name
  const rawApiKey = newSecret('px')
  const key = {
    apiKeyId: newId('key'),
    apiKeyName: name,
    displayValue: `px_…${rawApiKey.slice(-4)}`,
    createdByUserId: DEMO_USER.userId,
    createdAt: Math.floor(context.clock.now() / 1000),
  }
  app.keys.push(key)
  context.secrets.apiKeys.push(rawApiKey)
  context.changed()
  return json(200, {
    api_key_id: key.apiKeyId,
    api_key_name: key.apiKeyName,
    app_id: app.appId,
    app_name: app.appName,
    created_by_user_id: DEMO_USER.userId,
    created_by_user_email: DEMO_USER.email,
    display_value: key.displayValue,
    raw_api_key: rawApiKey,
    created_at: key.createdAt,
  })
}

/** `DELETE /service/v1/apps/{app_id}/keys/{api_key_id}`: answers with an empty body, the other deletion with `{}`. */
export function deleteKey(context: Context, organisation: Organisation, appId: string, keyId: string): Reply {
  const app = organisation.apps.find((one) => one.appId === appId)
  const key = app?.keys.find((one) => one.apiKeyId === keyId)
  if (!app || !key) return detailError(404, 'API key not found')
  if (organisation.role === 'member' && key.createdByUserId !== DEMO_USER.userId)
    return forbiddenForMember('key')
  app.keys = app.keys.filter((one) => one !== key)
  context.changed()
  return { ...json(200, null), body: '' }
}

function forbiddenForMember(what: string): Reply {
  return typedError(403, `Members can’t delete another person’s ${what}`)
}

function readName(body: Record<string, unknown>, field: string): string | Reply {
  const value = body[field]
  const loc = ['body', field]
  if (value === undefined) return invalid({ loc, msg: 'Field required', type: 'missing' })
  if (typeof value !== 'string')
    return invalid({ loc, msg: 'Input should be a valid string', type: 'string_type' })
  if (value.trim() === '')
    return invalid({ loc, msg: 'String should have at least 1 character', type: 'string_too_short' })
  if (value.length > MAX_NAME_LENGTH)
    return invalid({
      loc,
      msg: `String should have at most ${MAX_NAME_LENGTH} characters`,
      type: 'string_too_long',
    })
  return value
}
