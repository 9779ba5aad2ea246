"""Every address of the plan of a workshop and of cases of one's own, a line each as in `addresses`."""

PLANS = """
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
