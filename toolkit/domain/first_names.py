"""The first names that children in the Netherlands often have, and which of them are words too."""

_NAMES = """
aaliyah aaron aart abbas abdel abdi abdul abdullah abdullahi abel abigail abraham achmed adam
adil aicha aida aiden aisha akin aleksander aleksandra alex alexander alexandra alfred ali alice
alicia alina aliyah alma amal amalia amanda amber amin amina amine amir amira amy ana anas
anastasia andreea andrei andrej andrew angel angela angelina anis anna annabel annabelle anne
anneke annelies annie anouk anoushka anton antonia anwar arda aria ariana arie arjan arjen arne
artem arthur arturo arzu asad ashley asia asma asmaa astrid aurora ava axel aya ayaan ayah ayan
ayesha aylin ayman ayoub ayse ayten ayşe aziz aziza aïcha aïsha babette bahar baran barbara bart
bas bashir bastiaan beatrice beau beer belle ben benjamin benthe berat berend berkay bernard
beyza bianca bilal birgit björn boaz bodi bogdan boris bouchra boy boyd bradley bram brandon
brechtje brent brian brigit brigitte britt bruno burak caleb camila camille can carlijn carlos
carmen caroline casper catharina cato celine ceren chaima chantal charles charlie charlotte
chayenne chiara chloe chloé chris christiaan christian christina christine christopher claire
clara claudia coen colin collin constantin cor corné cristian cristina cynthia daan daisy dalia
damian dana danae daniel daniela danique daniël daniëlle danny dante daphne dara daria dario
darius dave davi david davy dean deborah delano demi denise dennis denzel derya desi destiny
dewi dex diana dick diego dieter dilan dilara dimitri dina dirk djamel djamila djayden dominik
dominique donny doris duncan dunya duru dylan eda eddy eden edgar edward eefje efe ela elena
eleni elias elif elijah elin eline elisa elisabeth elise eliza elizabeth elke ella elle ellen
ellie eloise els elsa elsie elvira emanuel emilia emily emine emir emma emmanuel emre enes enise
enzo eric erik erika erin esma esmee esmée esra estelle esther eva evelien eveline evi evy eyob
ezra fabian fabio faisal farah fardau farid farida faris fatih fatiha fatima fatma fatou faye
fedde feline felix femke fenna fenne fien fiene filip filmon finn fiona fleur floor floortje
flora florian floris fouad frank frans fred frederik freek freya fréderique gabriel gabriela
gabriël gaby gavin george georgiana gerard gerben gert giel gijs gina giovanni gloria goran
grace greta guus habiba hadi hafsa hajar hakan halima hamza hana hanna hannah hanneke hans harm
haroun harun hasan hassan hatice hawa heleen helena helin hendrik henk henry hevin hicham hidde
hind hoda hugo hussein huub hüseyin ian ibrahim ida idris ihsan ikram ilan ilham ilias ilse
ilyas iman imane imran ina indy inez inge ingrid ioana irem irene irina iris isa isaac isabel
isabella isabelle iselin ismael ismail israa ivan ivar ivo ivy jaap jack jackson jacob jade
jaden jahmai jai jaime jake jakub james jamie jamila jan jana janna janne janneke jannes jara
jari jarno jasmijn jasmin jasmine jason jasper jay jayden jaylano jayson jeffrey jelena jelle
jelmer jenna jennifer jens jeremy jermaine jeroen jerrel jesse jessica jet jill jim jimmy jip
joan joanna job jochem joep joeri joey johan johanna john johnny jolie jolijn jon jonah jonas
jonathan joost jordan jorden jordy joris jos josef josephine joshua josie joy joyce juan juda
judith jules julia julian julie juliette julius juno jurgen jurre justin kaan kaat kadir kai
karim karima karin karl karlijn karolina kasper katarzyna kate kateryna katja kato kaylee
kayleigh kayra keano kees kelly kelvin kenji kenneth kenza kerem keren kevin khadija khadijah
khaled khalid kiki kim kira kjell klaas klara koen koray kris kristina kristof krystian kubilay
kyara kyra lana lara larissa lars laura lauren laurens lea leah leen leila lena lenn lennon
lennox lenthe leo leon leonardo leonie leontien leroy leticia levent levi lex leyla leïla lia
liam lian liana lidia lieke lies liesbeth lieve lilly lily lina linda linde lisa lisanne lise
liselotte lisette liv livia liz lize lizzy lois lola lorena lorenzo lot lotta lotte lou loubna
louis louise louiza loïs luc luca lucas lucia lucy luis luka lukas luke luna lux lydia lynn
maaike maarten maartin maartje maas madelief madelon madina magdalena magomed maher mahmoud maja
malak malik malika mandy manon manuel mara marc marcel marco marek maren margot margriet maria
mariam mariama marie marieke marijke marijn marin marina mario marit mariya mariëlle marjolein
mark marleen marlou marouan marouane martijn martin marwa marwan mary maryam mason mateo mateusz
mathijs mats matteo matthew matthias matthijs maud maura maurice mauro max maxim maxime maya
mayar maël maëlle mees megan mehdi mehmed mehmet mei meike melanie melek melike melisa melissa
melle merel mert merve meryem mia micha michael michal michel michelle miguel mika mikael mike
mila milan milou mimoun mina mira miranda miriam mirjam mirthe mitchell moh mohamad mohamed
mohammad mohammed mohamud moniek monika monique morris moshe mouna mounir moussa muhammad
muhammed mukhtar murat muriel mustafa myron myrthe nabil nada nadia nadine nadir naila naima
najat najib naomi nasim nasrin natalia natalie natasha nathalie nathan natnael navid nawal nazli
neeltje nena nesrin nguyen nick nicky nicolae nicolas nicole niek niels nienke nikita nikki niko
nikola nikolai nina nino noa noah noe noemi nola noor noortje nora norah nour noura nova noé
noëlle nuria nynke odin oksana olaf oleksandr olga oliver olivia olivier omar omer onur oscar
oskar othman otis otto ouassim oumaima owen pablo pam patricia patrick patryk paul paula pauline
pepijn peter petra philip philippe pien pieter pim pip pleun priscilla puck quincy quinn quinten
rachel rachid rachida radu rafael rahel rahim rahma ralph ramazan ramon rana rania raoul raul
rayan rayane raymond rebecca reda reem remi remy renske rené renée reza ricardo richard rick
ricky rico rihanna rik riley rim rinse rinske rob robbert robbin robert roberto robin rochelle
rodrigo roel roemer rogier roland rolf roman romy ronald ronan ronja roos rosa rosalie rose
rosie roxanne ruben ruth ruud ruwayda ryan saar saba sabina sabine sabrina safa safae safia
safiya sahar said salah saleh salem salim salima salma salman sam saman samantha samara samir
samira sammie sammy samuel sana sander sandra sanne santino saoirse sara sarah sarina saskia
satijn savannah sayed saïd sebastiaan sebastian sef selim selin selina selma sem semih semra
senna serena serkan seth sevda shaima shanaya shania shanice shaniqua sharon shelly shirley sid
siem sien sifra siham sil silke silvia simon simona sina sinan sjoerd skip sofia sofie sophia
sophie soraya soufian soufiane souhaila stan stefan stefania stella stephanie sterre steven
stijn storm sude suleyman sultan sumeya suus suzanne suze sven svenja sybren sylvia symen
süleyman tahir tamar tamara tamika tanisha tara tarik tariq tatiana taylor teddy tesfay tesfaye
tess tessa teun thanh thea theo thijmen thijn thijs thomas tiago tibbe tiffany tigo tijmen tijn
tijs tim timo timothy tina tirsa tirza tobias tom tomas tomasz tommie toon tristan truc tuana
twan tycho tygo tyler ugur umut vajèn valentina valerie vanessa vedat veerle vera vicky victor
victoria vigo viktor viktoria vince vincent viola vivian viviana vivienne vlad wael walid walt
ward warsame wassim wesley wessel wiebe wieger wiktor wiktoria willem wim winnie wout wouter
xander xavi xavier xin yael yahya yang yannick yannis yara yari yasin yasir yasmin yasmina
yasmine yassin yassine yassir yavuz yente yigit ylva yonas yordanos younes youri yousra youssef
youssra yuki yuna yunus yuri yusra yusuf yvette yvonne zahra zainab zakaria zara zayd zayn
zaynab zehra zeyneb zeynep zhen ziad zineb zion zita zoe zoey zofia zohra zoltan zoë zuzanna
ömer
"""
_WORDS = """
abel adam asia asma aurora bart bas beau beer belle ben boy can cor dean demi denise destiny
dick eda eden efe ela elke elle els faye finn fleur floor flora frank frans grace hans harm henk
hind hoop ian ida iris isa jade jan jet job joy juda kaat karel kim koen kris lea leen lena lies
lieve linde liv liz lot lou luc lux maas maria mark max maxim mees mei merel mira moh noor nora
nova otis pam paul peter pien pim pip pleun puck rana rick rik rim rob roman roos rosa rose saar
said sam satijn sid sil skip stan sterre storm sultan tara taylor tim tom toon truc van vera
victor victoria ward winnie zion zita
"""

FIRST_NAMES = frozenset(_NAMES.split())
# Written small, these are words like any other.
WORDS_TOO = frozenset(_WORDS.split())
