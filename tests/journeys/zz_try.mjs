import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.js";
const base = process.argv[2], out="/tmp/shots/"; 
import { mkdirSync } from "node:fs"; mkdirSync(out,{recursive:true});
const b = await chromium.launch(launchOptions);
async function go(name, opts, f){ const c=await b.newContext({reducedMotion:"reduce",...opts}); const p=await c.newPage();
 p.on("console",m=>{ if(m.type()==="error"||m.type()==="warning") console.log(name,m.text())}); p.on("pageerror",e=>console.log(name,String(e)));
 await p.goto(base+"examples/lesson.html"); await p.locator(".lesson").waitFor({timeout:10000}).catch(async()=>console.log(name,"no lesson",await p.locator("whose-words").evaluate(e=>e.shadowRoot.textContent)));
 await f(p); await p.screenshot({path:out+name+".png",fullPage:true}); await c.close(); }
const mark=async(p,pen,a,z)=>{ await p.locator(".pen."+pen).click(); const w=p.locator(".word"); await w.nth(a).click(); await w.nth(z).click(); };
const work=async p=>{ await mark(p,"content",8,18); await mark(p,"source",19,20); await mark(p,"cue",21,21); await mark(p,"commentary",25,31); };
await go("first",{viewport:{width:1200,height:900}},async p=>{});
await go("work",{viewport:{width:1200,height:900}},work);
await go("compared",{viewport:{width:1200,height:900}},async p=>{await work(p); await p.getByRole("button",{name:"Compare with the key"}).click();});
await go("phone",{viewport:{width:390,height:844},deviceScaleFactor:2,isMobile:true,hasTouch:true},async p=>{await work(p); await p.getByRole("button",{name:"Compare with the key"}).click();});
await go("dark",{viewport:{width:1200,height:900},colorScheme:"dark"},work);
await b.close();
