"""Every address of a workshop and of cases of one's own, a line each as in `addresses`."""

WORKSHOPS = """
GET  /workshops workshops.index
POST /workshops workshops.begin
GET  /workshops/<workshop_id> workshops.show
POST /workshops/<workshop_id> workshops.change
POST /workshops/<workshop_id>/coming workshops.coming
POST /workshops/<workshop_id>/consent workshops.consent
POST /workshops/<workshop_id>/remove workshops.remove
POST /workshops/<workshop_id>/known-cases known_cases.tick
GET  /workshops/<workshop_id>/notebook notebook.show
POST /workshops/<workshop_id>/notebook notebook.keep
GET  /workshops/<workshop_id>/pack workshop_pack.show
POST /workshops/<workshop_id>/pack workshop_pack.order
GET  /workshops/<workshop_id>/pack/<paper> workshop_pack.take
GET  /workshops/<workshop_id>/room room.show
POST /workshops/<workshop_id>/room room.go
GET  /workshops/<workshop_id>/room/version room.version
POST /workshops/<workshop_id>/room/counts/<item> room.count
POST /workshops/<workshop_id>/room/dissent/<item> room.dissent
POST /workshops/<workshop_id>/room/notes room.note
POST /workshops/<workshop_id>/room/parked room.park
POST /workshops/<workshop_id>/room/parked/<parked>/remove room.take_up
GET  /workshops/<workshop_id>/projector room.projector
GET  /workshops/<workshop_id>/counts room.every_count
POST /workshops/<workshop_id>/counts room.keep_counts
GET  /workshops/<workshop_id>/outcome workshop_outcome.show
POST /workshops/<workshop_id>/outcome workshop_outcome.keep
POST /workshops/<workshop_id>/expert-saw workshop_outcome.expert_saw
POST /workshops/<workshop_id>/report workshop_outcome.order
POST /workshops/<workshop_id>/reopen/<item> workshop_outcome.reopen
GET  /workshops/<workshop_id>/agreements agreements.show
POST /workshops/<workshop_id>/agreements agreements.keep
POST /workshops/<workshop_id>/agreements/<int:line>/action agreements.become
GET  /workshops/<workshop_id>/later/<int:months> later.show
POST /workshops/<workshop_id>/later/<int:months> later.keep

GET  /workshops/<workshop_id>/agenda workshop_plan.agenda
POST /workshops/<workshop_id>/agenda workshop_plan.keep_agenda
GET  /workshops/<workshop_id>/phases/<phase> workshop_plan.phase
POST /workshops/<workshop_id>/phases/<phase> workshop_plan.keep_phase
POST /workshops/<workshop_id>/phases workshop_plan.add_phase
POST /workshops/<workshop_id>/phases/<phase>/move workshop_plan.move
POST /workshops/<workshop_id>/phases/<phase>/remove workshop_plan.remove
GET  /workshops/<workshop_id>/route workshop_plan.route
POST /workshops/<workshop_id>/route workshop_plan.keep_route

GET  /own-cases own_cases.index
POST /own-cases own_cases.add
GET  /own-cases/template own_cases.template
POST /own-cases/<own_case>/remove own_cases.remove
"""
