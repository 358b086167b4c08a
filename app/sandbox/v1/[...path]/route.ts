import { sandboxHandler } from "@/lib/server/sandbox-handler";

export const GET = sandboxHandler;
export const HEAD = sandboxHandler;
export const POST = sandboxHandler;
export const PUT = sandboxHandler;
export const PATCH = sandboxHandler;
export const DELETE = sandboxHandler;
