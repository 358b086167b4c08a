import { expect, test } from "@/tests/support/browser/test";
import { measureVideo } from "@/tests/support/measure-video";

/** The example request of each model's page, word for word, and the frame that it has to end in. */
const SEEDS = [
  {
    modelId: "happyhorse/happyhorse-1.0/reference-to-video",
    body: {
      image_url_1: "https://playgrounds-storage-public.runcomfy.net/tools/7347/media-files/ref-promo-1.png",
      prompt:
        "Cinematic medium close-up. The young woman (character1) with natural blonde hair, blue eyes, and light freckles sits in a bright European-style café by a window, warm morning light on her face. She glances up from her book, gives a warm candid smile toward camera, then returns her gaze to the page. Slow dolly-in, shallow depth of field, identity-locked face and freckle pattern from the reference, soft background bokeh, 8K film look.",
    },
    frame: { width: 1920, height: 1080, frames: 120, fps: 24 },
  },
  {
    modelId: "happyhorse/happyhorse-1.0/image-to-video",
    body: {
      image_url: "https://playgrounds-storage-public.runcomfy.net/tools/7345/media-files/ref-promo.webp",
      prompt:
        "Slow cinematic camera drift around the subject, soft natural motion, identity-stable face and clothing, gentle wind moving hair, premium photoreal look.",
    },
    frame: { width: 1080, height: 1350, frames: 120, fps: 24 },
  },
  {
    modelId: "community/fantasy-portrait/image-to-video",
    body: {
      "143_image": "Runcomfy_example_1268_1.png",
      "160_video": "Runcomfy_example_1268_1.mp4",
      "155_positive_prompt": "woman acting",
    },
    frame: { width: 720, height: 720, frames: 81, fps: 16 },
  },
  {
    modelId: "tencent/hunyuan/text-to-video",
    body: { prompt: "" },
    frame: { width: 1280, height: 720, frames: 129, fps: 24 },
  },
];

/** The same models away from their defaults. The studio's own form asks for a prompt where the last page shows none. */
const VARIANTS = [
  {
    modelId: "happyhorse/happyhorse-1.0/reference-to-video",
    body: {
      image_url_1: "asset:sample-lead",
      image_url_2: "asset:sample-fox",
      prompt: "character1 meets character2.",
      aspect_ratio: "9:16",
      resolution: "720P",
      duration: 3,
      seed: 7,
      watermark: true,
    },
    frame: { width: 720, height: 1280, frames: 72, fps: 24 },
  },
  {
    modelId: "happyhorse/happyhorse-1.0/image-to-video",
    body: { image_url: "asset:sample-coat", prompt: "붉은 코트가 바람에 흔들린다.", resolution: "720P", duration: 3 },
    frame: { width: 720, height: 900, frames: 72, fps: 24 },
  },
  {
    modelId: "community/fantasy-portrait/image-to-video",
    body: {
      "143_image": "asset:sample-companion",
      "160_video": "Runcomfy_example_1268_1.mp4",
      "155_positive_prompt": "He laughs.",
      "169_valuex170_value": "540x960 (9:16)",
      "174_value": 141,
      "163_frame_rate": 12,
    },
    frame: { width: 540, height: 960, frames: 141, fps: 12 },
  },
  {
    modelId: "tencent/hunyuan/text-to-video",
    body: { prompt: "雨が降る路地。猫が振り返る。", aspect_ratio: "9:16", resolution: "580p", num_frames: 85, seed: 3 },
    frame: { width: 580, height: 1032, frames: 85, fps: 24 },
  },
];

const WITHIN = { timeout: 90_000 };
test.describe.configure({ timeout: 120_000 });

for (const { modelId, body, frame } of VARIANTS) {
  test(`${modelId}: a job through the API ends in the frame that it asks for`, async ({ request }) => {
    const made = await request.post("/api/jobs", { data: { modelId, input: body } });
    expect(made.status()).toBe(201);
    const { job } = await made.json();
    const read = async () => (await (await request.get(`/api/jobs/${job.id}`)).json()).job;
    await expect.poll(async () => (await read()).status, WITHIN).toBe("succeeded");
    const [output] = (await read()).outputs;
    expect(output).toMatchObject({ width: frame.width, height: frame.height, frameCount: frame.frames });
    await expectFrame(await (await request.get(output.url)).body(), frame);
  });
}

for (const { modelId, body, frame } of SEEDS) {
  test(`${modelId}: the request of its page works with only the host changed`, async ({ request }) => {
    const headers = { authorization: "Bearer anything" };
    const made = await request.post(`/sandbox/v1/models/${modelId}`, { data: body, headers });
    expect(made.status()).toBe(200);
    const { status_url, result_url } = await made.json();
    const status = async () => (await (await request.get(status_url, { headers })).json()).status;
    await expect.poll(status, WITHIN).toBe("completed");
    const result = await (await request.get(result_url, { headers })).json();
    expect(result.status).toBe("succeeded");
    await expectFrame(await (await request.get(addressIn(result.output))).body(), frame);
  });
}

async function expectFrame(file: Buffer, frame: (typeof SEEDS)[number]["frame"]): Promise<void> {
  const { seconds, ...measured } = await measureVideo(file);
  const { width, height, frames } = frame;
  expect(measured).toEqual({ codec: "avc", width, height, frames, indexFirst: true });
  expect(Math.abs(seconds - frames / frame.fps)).toBeLessThan(1 / frame.fps);
}

function addressIn(output: { video?: string; videos?: string[] }): string {
  return output.video ?? output.videos?.[0] ?? "";
}
