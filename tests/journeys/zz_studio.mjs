import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.js";
import { readFileSync } from "node:fs";
const base = process.argv[2], out="/tmp/shots/"; 
const b = await chromium.launch(launchOptions);
const TEXT = JSON.parse(readFileSync("../../examples/ferry.lesson.json","utf8")).text;
async function go(name, opts, f){ const c=await b.newContext({reducedMotion:"reduce",...opts}); const p=await c.newPage();
 p.on("console",m=>{ if(m.type()==="error"||m.type()==="warning") console.log(name,m.text())}); p.on("pageerror",e=>console.log(name,String(e)));
 await p.goto(base+"studio.html"); await p.locator(".studio").waitFor({timeout:10000}).catch(async()=>console.log(name,"none",await p.locator("whose-words").evaluate(e=>e.shadowRoot?.textContent)));
 await f(p); await p.screenshot({path:out+name+".png",fullPage:true}); await c.close(); }
await go("studio-begin",{viewport:{width:1200,height:900}},async p=>{});
await go("studio-work",{viewport:{width:1200,height:900}},async p=>{ await p.locator("textarea").fill(TEXT); await p.getByRole("button",{name:"Begin"}).click(); await p.locator(".words").waitFor(); await p.locator(".use summary").click(); });
await go("studio-dark",{viewport:{width:390,height:844},isMobile:true,hasTouch:true,colorScheme:"dark"},async p=>{ await p.locator("textarea").fill(TEXT); await p.getByRole("button",{name:"Begin"}).click(); await p.locator(".words").waitFor(); });
await go("studio-try",{viewport:{width:1200,height:900}},async p=>{ await p.locator("textarea").fill(TEXT); await p.getByRole("button",{name:"Begin"}).click(); await p.locator(".words").waitFor(); await p.getByRole("button",{name:"Try it"}).click(); await p.getByRole("button",{name:"Compare"}).click(); });
await b.close();
