"""How a page looks: on a screen light or dark, wide or narrow, and on paper. All of its CSS stands here."""

from __future__ import annotations

from cnes_partners.output.svg.elements import DARK, FAINT, GRID, INK, PAPER

_LINK, _DARK_LINK = "#0b57a4", "#8ab4f8"

# Rows one below the other, each value beside the name of its column.
_STACKED = """\
{table},{table} caption,{table} tbody,{table} tr,{table} th,{table} td{{
display:block;text-align:left;white-space:normal}}
{table} thead{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
{table} tr{{padding:.4rem 0;border-bottom:1px solid var(--line)}}
{table} th,{table} td{{border:0;padding:.1rem 0}}
{table} [data-label]::before{{content:attr(data-label) " ";color:var(--faint);font-weight:normal}}
"""

# On paper a chart has no table beside it: its values stand in it. What has numbered notes (.noted) is to be carried, on
# as few pages as can be read.
STYLE = f"""\
:root{{color-scheme:light dark;--paper:{PAPER};--ink:{INK};--faint:{FAINT};--line:{GRID};--link:{_LINK}}}
@media screen and (prefers-color-scheme:dark){{
:root{{--paper:{DARK[PAPER]};--ink:{DARK[INK]};--faint:{DARK[FAINT]};--line:{DARK[GRID]};--link:{_DARK_LINK}}}}}
body{{margin:0 auto;max-width:72rem;padding:1rem;background:var(--paper);color:var(--ink);overflow-wrap:break-word;
font:1rem/1.45 Arial,"Liberation Sans",Helvetica,sans-serif}}
h1{{font-size:1.6rem;line-height:1.2;margin:.5rem 0}}
h2,h3{{font-size:1.15rem;line-height:1.3;margin:1.5rem 0 .4rem}}
h3{{font-size:1rem}}
p,ul,ol,dl,figure{{margin:.5rem 0}}
a{{color:var(--link)}}
.long{{overflow-wrap:anywhere}}
table{{border-collapse:collapse;margin:.5rem 0 1rem}}
caption{{text-align:left}}
th,td{{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line)}}
thead th{{border-bottom-color:var(--ink)}}
tbody th{{font-weight:normal}}
tbody th[scope=rowgroup]{{font-weight:bold;padding-top:.9rem}}
.number{{text-align:right;font-variant-numeric:tabular-nums}}
.whole{{white-space:nowrap}}
dl div{{display:grid;grid-template-columns:minmax(7rem,13rem) minmax(0,1fr);gap:0 1rem;padding:.1rem 0}}
dt,.note,footer{{color:var(--faint)}}
dd{{margin:0}}
.chart{{display:flex;flex-wrap:wrap;gap:0 2rem}}
.chart h2,.chart h3,.chart h4{{flex:1 1 100%;margin-bottom:0}}
.chart figure{{flex:1 1 36rem;max-width:50rem}}
.chart table{{min-width:16rem}}
svg{{display:block;width:100%;height:auto}}
.note,footer,.sources{{font-size:.875rem}}
:target{{outline:2px solid var(--link);outline-offset:2px}}
{_STACKED.format(table=".wide")}
@media screen and (max-width:45rem){{
dl div{{grid-template-columns:minmax(0,1fr);padding:.25rem 0}}
{_STACKED.format(table="table:not(.narrow)")}}}
@page{{size:A4;margin:9mm 10mm}}
@media print{{
body{{max-width:none;padding:0;font-size:8.5pt;line-height:1.2}}
h1{{font-size:1.75em;margin:0 0 1mm}}
h2,h3,h4{{font-size:1.16em;line-height:1.2;margin:1.2mm 0 .3mm}}
p,ul,ol,dl,figure,table{{margin:.4mm 0}}
ul{{padding-left:4mm}}
a{{color:inherit}}
th,td{{padding:.1mm 2mm .1mm 0}}
dl div{{grid-template-columns:32mm minmax(0,1fr);padding:0}}
.note,footer{{font-size:1em}}
.chart{{display:block}}
.chart figure{{max-width:13cm}}
.chart table{{display:none}}
.sources{{clear:both;font-size:.84em;line-height:1.12}}
.sources ol{{columns:3;column-gap:4mm;padding-left:5mm}}
.sources br{{display:none}}
.sources a{{word-break:break-all}}
.noted{{font-size:7.4pt}}
.noted table{{width:100%}}
.noted dl div{{grid-template-columns:24mm minmax(0,1fr)}}
.noted .chart{{float:right;width:82mm;margin:0 0 1mm 4mm}}
.noted footer{{display:none}}
.begins-page{{break-before:page}}
h1,h2,h3,h4,caption{{break-after:avoid}}
thead{{display:table-header-group}}
tr,figure,li,dl div{{break-inside:avoid}}
p{{orphans:3;widows:3}}}}
"""
