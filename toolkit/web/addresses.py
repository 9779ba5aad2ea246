"""Every address, a line each: the method, the address, and the view that answers as ``module.function``."""

OPEN = """
GET  /start/<secret> start.welcome
POST /start/<secret> start.enter

GET  /sign-in sign_in.show
POST /sign-in sign_in.enter
GET  /sign-in/step sign_in.step
POST /sign-in/step sign_in.take_step
GET  /sign-in/set-up sign_in.before_set_up
POST /sign-in/set-up sign_in.set_up

GET  /sign-in/organisation organisation.leave
GET  /sign-in/organisation/back organisation.arrive

GET  /password/forgotten password.forgotten
POST /password/forgotten password.ask
GET  /password/new/<secret> password.show
POST /password/new/<secret> password.choose

GET  /in/<secret> arriving.welcome
POST /in/<secret> arriving.enter
POST /in/<secret>/again arriving.again
GET  /code arriving.code
POST /code arriving.typed

GET  /read/<secret> readers.welcome
POST /read/<secret> readers.enter

POST /language language.choose

GET  /help-now help.now
GET  /signed-out help.signed_out

GET  /privacy about.privacy
GET  /accessibility about.accessibility

GET  /health health.live
"""
SIGNED_IN = """
POST /stay start.stay
POST /sign-out start.leave

GET  /account account.show
POST /account account.choose
POST /account/sessions/end-others account.end_others
POST /account/sessions/end account.end_one
GET  /account/password account.password
POST /account/password account.change_password
GET  /account/second-step account.before_second_step
POST /account/second-step account.set_second_step
POST /account/second-step/off account.take_off_second_step
GET  /account/prove account.prove
POST /account/prove account.show_proof

GET  / home.doors
GET  /more home.more

POST /scans/ scan.begin
POST /scans/example scan.example
GET  /scans/example scan.to_example
GET  /scans/<scan_id>/ scan.show
POST /scans/<scan_id>/ scan.frame

GET  /scans/<scan_id>/themes/<theme> answering.theme
POST /scans/<scan_id>/themes/<theme> answering.save_theme
GET  /scans/<scan_id>/items/<item> answering.item
POST /scans/<scan_id>/items/<item> answering.save_item
GET  /scans/<scan_id>/meeting/<item> answering.meeting
POST /scans/<scan_id>/meeting/<item> answering.save_meeting
GET  /scans/<scan_id>/versions answering.versions

GET  /scans/<scan_id>/items/<item>/disagreement disagreement.show
POST /scans/<scan_id>/items/<item>/disagreement disagreement.keep
POST /scans/<scan_id>/items/<item>/disagreement/settled disagreement.settle

GET  /scans/<scan_id>/review outcome.look_over
POST /scans/<scan_id>/review outcome.to_outcome
POST /scans/<scan_id>/reopen outcome.reopen
GET  /scans/<scan_id>/outcome outcome.show
GET  /scans/<scan_id>/outcome/<theme> outcome.theme
POST /scans/<scan_id>/actions outcome.choose
GET  /scans/<scan_id>/finalise outcome.before_final
POST /scans/<scan_id>/finalise outcome.make_final

GET  /scans/<scan_id>/evidence evidence.index
GET  /scans/<scan_id>/evidence/add evidence.new
POST /scans/<scan_id>/evidence/add evidence.add
GET  /scans/<scan_id>/evidence/entries/<entry> evidence.show
POST /scans/<scan_id>/evidence/entries/<entry> evidence.change
POST /scans/<scan_id>/evidence/entries/<entry>/remove evidence.remove

POST /scans/<scan_id>/evidence/entries/<entry>/files evidence_files.add
GET  /scans/<scan_id>/evidence/entries/<entry>/files/<file_id> evidence_files.take
POST /scans/<scan_id>/evidence/entries/<entry>/files/<file_id>/remove evidence_files.remove

GET  /scans/<scan_id>/remarks remarks.index
GET  /scans/<scan_id>/remarks/<place> remarks.show
POST /scans/<scan_id>/remarks/<place> remarks.write

GET  /scans/<scan_id>/find-out find_out.index
POST /scans/<scan_id>/find-out/<item> find_out.tick

GET  /scans/<scan_id>/team team.index
POST /scans/<scan_id>/team/outcome-day team.outcome_day
GET  /scans/<scan_id>/team/new team.before
POST /scans/<scan_id>/team/new team.invite
GET  /scans/<scan_id>/team/<invitation> team.asked
POST /scans/<scan_id>/team/<invitation>/link team.link
POST /scans/<scan_id>/team/<invitation>/remind team.remind
POST /scans/<scan_id>/team/<invitation>/questions team.hand_out
POST /scans/<scan_id>/team/<invitation>/withdraw team.withdraw
GET  /scans/<scan_id>/team/dates.ics team.dates

GET  /scans/<scan_id>/mine mine.index
GET  /scans/<scan_id>/mine/begin mine.begin
GET  /scans/<scan_id>/mine/questions/<item> mine.item
POST /scans/<scan_id>/mine/questions/<item> mine.save_item
POST /scans/<scan_id>/mine/done mine.done
GET  /scans/<scan_id>/mine/thanks mine.thanks
POST /scans/<scan_id>/mine/no-reminders mine.no_reminders
POST /scans/<scan_id>/mine/not-for-me mine.decline
GET  /scans/<scan_id>/mine/due.ics mine.due

GET  /scans/<scan_id>/actions actions.index
GET  /scans/<scan_id>/actions/add actions.new
POST /scans/<scan_id>/actions/add actions.add
POST /scans/<scan_id>/actions/file actions.take_along
GET  /scans/<scan_id>/actions/<action> actions.show
POST /scans/<scan_id>/actions/<action> actions.change
POST /scans/<scan_id>/actions/<action>/remove actions.remove
POST /scans/<scan_id>/actions/<action>/reminder actions.remind
POST /scans/<scan_id>/actions/<action>/move actions.move

GET  /region/<questionnaire>/<edition>/items/<item> region.item
POST /region/<questionnaire>/<edition>/items/<item> region.save_item
GET  /region/<questionnaire>/<edition>/ region.look_over
GET  /region/<questionnaire>/<edition>/sheet region.sheet
POST /scans/<scan_id>/region/offer region.offer
POST /scans/<scan_id>/region/withdraw region.withdraw

GET  /scans/<scan_id>/offers/ offers.index
POST /scans/<scan_id>/offers/ offers.decide
GET  /scans/<scan_id>/offers/<item> offers.show
POST /scans/<scan_id>/offers/<item> offers.adapt

GET  /scans/<scan_id>/life life.show
GET  /scans/<scan_id>/correction life.before_correction
POST /scans/<scan_id>/correction life.correct
GET  /scans/<scan_id>/round life.before_round
POST /scans/<scan_id>/round life.begin_round
GET  /scans/<scan_id>/changes life.changes
GET  /scans/<scan_id>/adoption life.before_adoption
POST /scans/<scan_id>/adoption life.adopt
GET  /scans/<scan_id>/removal life.before_removal
POST /scans/<scan_id>/removal life.remove
POST /scans/<scan_id>/keep life.keep

GET  /scans/<scan_id>/rectification rectification.begin
POST /scans/<scan_id>/rectification rectification.seek
POST /scans/<scan_id>/rectification/strike rectification.strike

GET  /scans/<scan_id>/comparison comparison.show

GET  /scans/<scan_id>/told-back told_back.show
POST /scans/<scan_id>/told-back told_back.keep

GET  /municipalities/<municipality_id>/people people.index
POST /municipalities/<municipality_id>/people people.add
GET  /municipalities/<municipality_id>/people/<int:number> people.show
POST /municipalities/<municipality_id>/people/<int:number>/name people.rename
POST /municipalities/<municipality_id>/people/<int:number>/role people.change_role
POST /municipalities/<municipality_id>/people/<int:number>/remove people.remove
POST /municipalities/<municipality_id>/people/<int:number>/link people.link
GET  /municipalities/<municipality_id>/people/review.csv people.review

GET  /municipalities/<municipality_id> place.show
POST /municipalities/<municipality_id> place.describe
POST /municipalities/<municipality_id>/logo place.add_logo
POST /municipalities/<municipality_id>/logo/remove place.take_logo_away
POST /municipalities/<municipality_id>/colour place.choose_colour
POST /municipalities/<municipality_id>/tokens place.read_tokens
POST /municipalities/<municipality_id>/look/remove place.take_look_away
GET  /municipalities/<municipality_id>/headings.yaml place.headings
POST /municipalities/<municipality_id>/headings place.read_headings
POST /municipalities/<municipality_id>/headings/remove place.take_headings_away
GET  /municipalities/<municipality_id>/look/<sheet_mark>.css place.sheet
GET  /municipalities/<municipality_id>/logo/<logo_mark>.png place.logo

GET  /scans/<scan_id>/sharing sharing.scan
POST /scans/<scan_id>/sharing sharing.share_scan
POST /scans/<scan_id>/sharing/municipality sharing.to_municipality
POST /scans/<scan_id>/sharing/<grant>/withdraw sharing.withdraw_scan
GET  /municipalities/<municipality_id>/sharing sharing.place
POST /municipalities/<municipality_id>/sharing sharing.share_place
POST /municipalities/<municipality_id>/sharing/<place_grant>/withdraw sharing.withdraw_place
GET  /shared sharing.from_others
POST /shared/<offered> sharing.begin

GET  /scans/<scan_id>/readers readers.index
POST /scans/<scan_id>/readers readers.give
POST /scans/<scan_id>/readers/<reader_link>/withdraw readers.withdraw

GET  /municipalities/<municipality_id>/log log.place
GET  /municipalities/<municipality_id>/log.csv log.place_file
GET  /operator/log log.installation
GET  /operator/log.csv log.installation_file

GET  /municipalities/<municipality_id>/data own_data.show
POST /municipalities/<municipality_id>/data/everything own_data.take
GET  /municipalities/<municipality_id>/data/people/<int:number> own_data.person
POST /municipalities/<municipality_id>/data/people/<int:number> own_data.erase_person
POST /municipalities/<municipality_id>/data/erase own_data.erase_everything

GET  /operator operator.index
POST /operator operator.add_municipality
GET  /operator/municipalities/<municipality_id> operator.municipality
POST /operator/municipalities/<municipality_id> operator.rename
GET  /operator/accounts operator.accounts
GET  /operator/accounts.csv operator.accounts_file
GET  /operator/accounts/<int:number> operator.account
POST /operator/accounts/<int:number>/stop operator.stop
POST /operator/accounts/<int:number>/restore operator.restore
POST /operator/accounts/<int:number>/sessions operator.end_sessions
POST /operator/accounts/<int:number>/second-step operator.take_off_second_step
POST /operator/accounts/<int:number>/link operator.link

GET  /scans/<scan_id>/blanks publication.blanks
POST /scans/<scan_id>/blanks publication.fill
GET  /scans/<scan_id>/publication publication.check
POST /scans/<scan_id>/publication publication.decide
POST /scans/<scan_id>/dossier publication.dossier

GET  /scans/<scan_id>/documents documents.index
POST /scans/<scan_id>/documents documents.order
GET  /scans/<scan_id>/report documents.read
GET  /documents/<document_id> documents.show
GET  /documents/<document_id>/file documents.take

POST /more files.read_in
POST /scans/<scan_id>/file files.take_along

GET  /scans/<scan_id>/sheet sheets.show
POST /scans/<scan_id>/sheet sheets.look
POST /scans/<scan_id>/sheet/answers sheets.keep
POST /scans/<scan_id>/table sheets.take_along

GET  /scans/<scan_id>/known-cases known_cases.show
POST /scans/<scan_id>/known-cases known_cases.keep
"""
