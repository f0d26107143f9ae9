"""What may be a program, going by its name: whatever is not known to be something else.

A list of languages is never whole. So what is listed is what is no program that answers anybody: data, texts, styles,
pictures, pages, templates that a program fills, and what tools keep their settings in. A file with another ending may
be code in a language that nobody here has thought of, and whoever says what no code does has to leave that open. Of an
ending that a language elsewhere is known by (`data/endings.txt`, written by `refresh`), signs that any language has can
be looked for.
"""

import re
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def _words(*texts: str) -> frozenset[str]:
    return frozenset(" ".join(texts).split())


#: What stands after the last dot of the name of what is no program.
NO_PROGRAM = _words(
    # texts, and what is laid out for print
    """
    apt bbl beamer d2 gv ldf nav
    adoc asciidoc bib bst cff doc docm docx dot dotx dtx epub ind ist latex log markdown md mdown mdtext mdx
    mediawiki msg nfo odc odf odg odi odp ods odt org ott pages pdf pod pot pps ppsx ppt pptm pptx ps rd rdoc readme
    rhistory rst rtf snk sty tex text textile toc tpw txt typ wiki xps license licence notice authors about dic aff
    dict mo po xlf xliff xlb xcstrings strings resx ics vcf eml srt vtt lyx ris nbib enw
    """,
    # data, and what describes it
    """
    gc cva fa fna faa ffn gff gtf bed sam bam cram fastq fq bcmap cmap pip bnf ebnf abnf hid gfs qix qpj subtree digest
    arrow avro avsc b64 biblio bpmn bufr cdl cedar checksums cmmn cpg csv dat data dbf dmn dtd dump dta edi edifact
    env fasta feather geojson ged gexf gml gpkg gpx grb grib gri hdf h5 hdr ifc incl ini inp jceks json json5 jsonc
    jsonl jsonld jsonnet jsonp jsonschema jsn kml kmz ldif les list lock lst mat md5 meta metadata mmd mermaid mdb
    ann dox pypredef ant bim dbt dcf dnd exc fam gef glm gms ksy licx order rh shacl sps srv
    accdb n3 names nc ndjson nq nt obo orc out owl parquet pb pbf pickle pkl ply prefs prj proj properties props
    proto puml plantuml rda rdata rdf rds rng rnc sas7bdat sav sbml sch sdmx sha1 sha256 sha512 shex shp shx sld
    spss sparql rq sqlite sqlite3 db db3 dxf dwg tab tbl tfw thrift tld toml topojson trig triv tsv ttl ttx uml vcs
    vrt wkt wld wsdl xbrl xls xlsb xlsm xlsx xltx xmi xml xsd xspec yaml yml yang zarr graphml archimate bizagi eap
    eapx qea gaphor drawio excalidraw dgn asn1 asn mib jks pgw jgw bpw aux qgs qgz qml qlr lyr mxd gdb atx sbn sbx
    spx gdbtable gdbtablx gdbindexes freelist shpx dcm nii tfrecord onnx pt pth npy npz h3 las laz e57 citygml
    cityjson gltf glb obj mtl stl dae fbx skp rvt ipt iam step stp b3dm i3dm cmpt pnts osm mbtiles tilejson resource
    acl ldb handlers factories imports headers har messages identifier timestamp schema schemas rule enc age grd jq
    yq interp tokens g4 tre nwk newick nex nexus phy treefile maf uri url mappings dbml zone stan pbism prn
    """,
    # pages, styles, templates and what a program fills with them
    """
    dfm lfm fmx
    css html htm xhtml less sass scss scssc styl pcss postcss ejs ftl ftlh hbs handlebars haml
    liquid mjml mustache njk pug jade slim twig gotmpl eta dust stg stylus qss vm latte tag
    mdwn map htc swf xul xrl ui xib storyboard xaml axaml fxml qrc glade glsl hlsl metal cginc shader frag vert
    """,
    # pictures, sounds, letters
    """
    pat lin ctb cel rsc clrmap
    ai avif avi bmp cdr cgm cur emf eot eps exr fig flac fnt gif heic icns ico indd j2k jp2 jpe jpeg jpg m4a m4v mid
    mkv mng mov mp3 mp4 mpeg mpg ogg ogv otf pbm pcx pfb pgm pic png ppm psd pxm raw sketch sub svg svgz tga tif
    tiff ttc ttf vsd vsdx wav webm webp wmf woff woff2 xcf xpm icc
    """,
    # archives, keys and copies; what was put together of code, which is not the code
    """
    bak bz2 backup cab deb dmg gz iso lzma old orig rar rpm tar tbz tgz xz zip zst asc cer cert crl crt csr der gpg
    jwk key keystore p12 p7b p7s pem pfx pgp pub sig truststore patch diff rej a aar apk bin bundle class dll dylib
    egg exe jar lib nupkg o pdb pyc pyd pyo res so wasm whl xpi aab mexa64 mexw32 mexw64 mexglx download swp bkp tmp
    bck pch chm hlp cache keys srl p8
    """,
    # settings of tools, of editors and of what is built or run, which others read
    """
    build
    am ac aws bowerrc bru cfg classpath cmake cnf component conf config container csproj dcproj def dev
    dockerfile dsl feature filters flake8 fsproj gemspec gradle graphql gql graphqls helmignore hcl
    iml info isl iss iws jsdtscope just keep gitkeep lintr local m4 mak make manifest mf mk mod name neon ninja
    njsproj nswag nuspec opts pbxproj pc podspec prettierrc pri pro prod production project pylintrc rc rego release
    repo resolved rproj rules ruleset service settings sln slnx snap socket spec staging sum suo sys sysconfig
    target targets test timer types typed user vbproj vcl vcxproj vdproj version vsconfig workbook xcconfig xcscheme
    xcsettings xjb xproj yamllint yarnclean asmdef prefab unity asset controller anim wxs wxl pubxml launch pyi http
    rest mwb work control cron logrotate vfproj dproj groupproj npmrc gpr cwl sbt pp skip desktop
    rosinstall rsyslog asis bzl nsh
    """,
)
#: What a program fills in, so that what stands before it is the name of what comes of it: `server.py.in`.
_TO_FILL = _words("in dist template tmpl tpl j2 jinja jinja2 mako example sample")
#: Names without an ending of what is no program, or is read for what it is; and such as have any ending.
_NAMES = re.compile(
    r"(?:licen[cs]e|licentie|copying|copyright|notice|readme|authors|contributors|changelog|changes|codeowners|owners|news"
    r"|todo|version|cname|maintainers|thanks|credits|procfile|gemfile|rakefile|pipfile|vagrantfile|brewfile|podfile"
    r"|fastfile|appfile|cartfile|justfile|snakefile|tiltfile|earthfile|caddyfile|berksfile|capfile|guardfile"
    r"|namespace)(?:[-_].*)?"
)
_BUILDS = re.compile(r"(?:dockerfile|containerfile|jenkinsfile|makefile|gnumakefile|makevars)(?:[-_].*)?")
_ENDING = re.compile(r"[a-z][a-z0-9+]{0,9}")


def inner(name: str) -> str:
    """The name, in lower case, of what a file will be once it is filled in: of `server.py.in` that is `server.py`."""
    before, _, last = name.rpartition(".")
    return before if last in _TO_FILL and "." in before else name


def may_be_program(name: str) -> bool:
    """Whether a file of this name, in lower case and without folders, may be a program: its ending is none of those
    that are known for something else, or it has none."""
    stem, dot, _ = name.partition(".")
    if not stem or _BUILDS.fullmatch(stem):
        return False
    last = inner(name).rpartition(".")[2]
    if not dot:
        return _NAMES.fullmatch(name) is None
    return last not in NO_PROGRAM and last not in _TO_FILL and _ENDING.fullmatch(last) is not None


@lru_cache(maxsize=1)
def known_endings() -> frozenset[str]:
    """The endings by which languages are known: of programs, of data and of texts."""
    lines = (DATA / "endings.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
