-- A store of schema version 3, as the oss-scan of then wrote it. It stays as it is.
BEGIN TRANSACTION;
CREATE TABLE alias (
	repository INTEGER NOT NULL,
	address TEXT NOT NULL,
	first_seen DATE NOT NULL,
	last_seen DATE NOT NULL,
	PRIMARY KEY (repository, address),
	FOREIGN KEY(repository) REFERENCES repository (number)
)
 WITHOUT ROWID

;
INSERT INTO "alias" VALUES(1,'https://git.example/org/project-03','2026-11-23','2026-11-23');
INSERT INTO "alias" VALUES(2,'https://git.example/org/project-11','2026-11-23','2026-11-23');
CREATE TABLE claim (
	scan INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	target TEXT NOT NULL,
	path TEXT,
	url TEXT,
	"key" TEXT,
	state TEXT NOT NULL,
	worker TEXT,
	lease_until DATETIME,
	tries INTEGER NOT NULL,
	look TEXT,
	copies TEXT,
	reason TEXT,
	hosted TEXT,
	PRIMARY KEY (scan, ordinal),
	UNIQUE (scan, "key"),
	FOREIGN KEY(scan) REFERENCES scan (number)
)
 WITHOUT ROWID

;
CREATE TABLE facts (
	number INTEGER NOT NULL,
	digest BLOB NOT NULL,
	revision INTEGER NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (digest)
);
CREATE TABLE finding (
	number INTEGER NOT NULL,
	digest BLOB NOT NULL,
	question INTEGER NOT NULL,
	outcome TEXT NOT NULL,
	fingerprint BLOB NOT NULL,
	because TEXT,
	filled TEXT,
	explained TEXT,
	correction TEXT,
	PRIMARY KEY (number),
	UNIQUE (digest),
	FOREIGN KEY(question) REFERENCES question (number)
);
INSERT INTO "finding" VALUES(1,X'C57E5DD21EF977D68CE1E41FD2BFFF90',1,'pass',X'780000000000000000000000000000001E',NULL,NULL,NULL,NULL);
INSERT INTO "finding" VALUES(2,X'0E469A58D0154691C1265EFFAE41AB80',2,'fail',X'780000000000000000000000000000001F',NULL,'{"errors":"2"}',NULL,NULL);
INSERT INTO "finding" VALUES(3,X'621CB615D8ABCC0AF40996E2D73481E9',3,'pass',X'7800000000000000000000000000000020',NULL,NULL,NULL,NULL);
INSERT INTO "finding" VALUES(4,X'9ABDBE67CBCC642CB3909ABF4876BF70',4,'fail',X'7800000000000000000000000000000021',NULL,'{"errors":"2"}',NULL,NULL);
INSERT INTO "finding" VALUES(5,X'35951372D6D60F54001412F644A9B5E4',5,'unknown',X'7800000000000000000000000000000022','{"code":"blob-missing","values":{"path":"SECURITY.md"}}',NULL,NULL,NULL);
CREATE TABLE finding_set (
	number INTEGER NOT NULL,
	digest BLOB NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (digest)
);
INSERT INTO "finding_set" VALUES(1,X'19D168339F33E704A96D478C55F49784');
CREATE TABLE member (
	finding_set INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	finding INTEGER NOT NULL,
	PRIMARY KEY (finding_set, ordinal),
	FOREIGN KEY(finding_set) REFERENCES finding_set (number),
	FOREIGN KEY(finding) REFERENCES finding (number)
)
 WITHOUT ROWID

;
INSERT INTO "member" VALUES(1,0,1);
INSERT INTO "member" VALUES(1,1,2);
INSERT INTO "member" VALUES(1,2,3);
INSERT INTO "member" VALUES(1,3,4);
INSERT INTO "member" VALUES(1,4,5);
CREATE TABLE meta (
	schema_version INTEGER NOT NULL,
	PRIMARY KEY (schema_version)
);
INSERT INTO "meta" VALUES(3);
CREATE TABLE place (
	finding INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	path TEXT NOT NULL,
	line INTEGER,
	"column" INTEGER,
	blob BLOB,
	PRIMARY KEY (finding, ordinal),
	FOREIGN KEY(finding) REFERENCES finding (number)
)
 WITHOUT ROWID

;
INSERT INTO "place" VALUES(1,0,'LICENSE',1,NULL,X'781111111111111111111111111111111111111111');
INSERT INTO "place" VALUES(3,0,'publiccode.yml',1,NULL,X'781111111111111111111111111111111111111111');
INSERT INTO "place" VALUES(4,0,'publiccode.yml',1,NULL,X'781111111111111111111111111111111111111111');
CREATE TABLE question (
	number INTEGER NOT NULL,
	rule TEXT NOT NULL,
	level TEXT NOT NULL,
	asks BLOB NOT NULL,
	PRIMARY KEY (number)
);
INSERT INTO "question" VALUES(1,'licence/present','must',X'78AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
INSERT INTO "question" VALUES(2,'licence/osi-approved','must',X'78AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
INSERT INTO "question" VALUES(3,'publiccode/present','must',X'78AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
INSERT INTO "question" VALUES(4,'publiccode/valid','must',X'78AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
INSERT INTO "question" VALUES(5,'security/contact','must',X'78AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
CREATE TABLE repository (
	number INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	PRIMARY KEY (number),
	UNIQUE ("key")
);
INSERT INTO "repository" VALUES(1,'key-03');
INSERT INTO "repository" VALUES(2,'key-11');
CREATE TABLE running (
	scan INTEGER NOT NULL,
	question BLOB NOT NULL,
	PRIMARY KEY (scan),
	FOREIGN KEY(scan) REFERENCES scan (number)
);
CREATE TABLE scan (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	started DATETIME NOT NULL,
	finished DATETIME,
	reference_date DATE NOT NULL,
	tool_version TEXT NOT NULL,
	analysers TEXT,
	PRIMARY KEY (number),
	UNIQUE (id)
);
INSERT INTO "scan" VALUES(1,'20261123T200000Z-made-up','2026-11-23 20:00:00.000000','2026-11-23 20:01:02.345678','2026-11-23','2026.1','{"licence":"1"}');
CREATE TABLE scan_ruleset (
	scan INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	name TEXT NOT NULL,
	version TEXT NOT NULL,
	digest TEXT NOT NULL,
	PRIMARY KEY (scan, ordinal),
	FOREIGN KEY(scan) REFERENCES scan (number)
);
INSERT INTO "scan_ruleset" VALUES(1,0,'open-tenzij','2026.1','sha256:0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE sealed (
	scan INTEGER NOT NULL,
	digest BLOB NOT NULL,
	PRIMARY KEY (scan),
	FOREIGN KEY(scan) REFERENCES scan (number)
);
INSERT INTO "sealed" VALUES(1,X'BFAF9463E6F6AC610789A3717C07E05A');
CREATE TABLE seen (
	place TEXT NOT NULL,
	digest BLOB NOT NULL,
	"key" TEXT NOT NULL,
	facts BLOB NOT NULL,
	PRIMARY KEY (place)
)
 WITHOUT ROWID

;
CREATE TABLE state (
	number INTEGER NOT NULL,
	digest BLOB NOT NULL,
	target TEXT NOT NULL,
	aliases TEXT,
	organisation TEXT,
	status TEXT NOT NULL,
	reason TEXT,
	"commit" BLOB,
	committed DATETIME,
	branch TEXT,
	facts INTEGER,
	finding_set INTEGER,
	notices TEXT,
	PRIMARY KEY (number),
	UNIQUE (digest),
	FOREIGN KEY(facts) REFERENCES facts (number),
	FOREIGN KEY(finding_set) REFERENCES finding_set (number)
);
INSERT INTO "state" VALUES(1,X'2145A61A50FEF211BE320ACBC5433C57','https://git.example/org/project-03',NULL,NULL,'scanned',NULL,X'780000000000000000000000000000000000000003','2026-08-03 00:00:00.000000','main',NULL,1,NULL);
INSERT INTO "state" VALUES(2,X'3CA7467243B219861DE549A06102BB3D','https://git.example/org/project-11',NULL,NULL,'unreadable','{"code":"corrupt","values":{"detail":"object 1234","path":"https://git.example/org/project-11"}}',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE subject (
	scan INTEGER NOT NULL,
	repository INTEGER NOT NULL,
	state INTEGER NOT NULL,
	PRIMARY KEY (scan, repository),
	FOREIGN KEY(scan) REFERENCES scan (number),
	FOREIGN KEY(repository) REFERENCES repository (number),
	FOREIGN KEY(state) REFERENCES state (number)
)
 WITHOUT ROWID

;
INSERT INTO "subject" VALUES(1,1,1);
INSERT INTO "subject" VALUES(1,2,2);
CREATE TABLE tombstone (
	scan TEXT NOT NULL,
	started DATETIME NOT NULL,
	finished DATETIME,
	reference_date DATE NOT NULL,
	repositories INTEGER NOT NULL,
	pruned DATETIME NOT NULL,
	PRIMARY KEY (scan)
);
CREATE INDEX ix_question_rule ON question (rule);
CREATE INDEX ix_running_question ON running (question);
CREATE INDEX ix_claim_state ON claim (scan, state, ordinal);
COMMIT;
