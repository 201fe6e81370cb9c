import { newId } from './codes.ts'
import { json, type Reply } from './http.ts'

/** The service reports errors in several shapes; each kind of error here uses one, so that clients meet all of them. */

/** `{"type":"error","error":{"ref_id","message","detail"}}` */
export function typedError(status: number, message: string, headers: Record<string, string> = {}): Reply {
  return json(status, { type: 'error', error: { ref_id: newId('ref'), message, detail: null } }, headers)
}

/** `{"detail":"text"}` */
export function detailError(status: number, detail: string, headers: Record<string, string> = {}): Reply {
  return json(status, { detail }, headers)
}

/** `{"code","message"}` */
export function codedError(status: number, code: string, message: string): Reply {
  return json(status, { code, message })
}

/** 422 with `{"detail":[{loc,msg,type}]}` */
export function invalid(...problems: { loc: (string | number)[]; msg: string; type: string }[]): Reply {
  return json(422, { detail: problems })
}
