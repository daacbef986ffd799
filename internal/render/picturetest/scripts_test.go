package picturetest

import (
	"math/rand/v2"
	"strings"

	"example.org/graphgen/internal/entities"
)

// inScript is what a case in one script is made of: real names of countries, bodies and
// places, invented ones of people, and what they are tied by, which accuses nobody. A bar
// stands for the zero width space at which a line may break where words are not parted.
type inScript struct {
	name, lang     string
	title, caption string
	flow           string
	people         []string
	ministries     []string
	countries      []string
	organizations  []string
	office, region string
	ties           []string
}

var scripts = []inScript{
	{
		name: "Khmer", lang: "km",
		title: "កិច្ចសហប្រតិបត្តិការ|តាម|ដង|ទន្លេ|មេគង្គ", caption: "អ្នក|ណា|ធ្វើការ|ជាមួយ|អ្នក|ណា និង|អ្នក|ណា|និយាយ|ដូច្នេះ", flow: "ពលករ|ចំណាកស្រុក",
		people:        []string{"សុខ ចាន់ដារ៉ា", "គឹម សុភ័ក្ត្រ"},
		ministries:    []string{"ក្រសួង|មហាផ្ទៃ", "ក្រសួង|ការបរទេស និង|សហប្រតិបត្តិការ|អន្តរជាតិ", "ក្រសួង|យុត្តិធម៌"},
		countries:     []string{"ព្រះរាជាណាចក្រ|កម្ពុជា", "ប្រទេស|ថៃ", "សាធារណរដ្ឋ|ប្រជាធិបតេយ្យ|ប្រជាមានិត|ឡាវ"},
		organizations: []string{"អង្គការ|សហប្រជាជាតិ", "គណៈកម្មការ|ទន្លេ|មេគង្គ"},
		office:        "ឧបនាយករដ្ឋមន្ត្រី", region: "អាស៊ី|អាគ្នេយ៍",
		ties: []string{"សហការ|ជាមួយ", "បាន|ជួប|ប្រជុំ|ជាមួយ", "ជា|ផ្នែក|មួយ|នៃ", "ទទួល|ខុស|ត្រូវ|លើ"},
	},
	{
		name: "Thai", lang: "th",
		title: "ความร่วมมือ|ลุ่มน้ำโขง", caption: "ใคร|ทำงาน|กับ|ใคร และ|ใคร|เป็น|ผู้กล่าว", flow: "แรงงาน|ข้ามชาติ",
		people:        []string{"สมชาย ใจดี", "วรรณา ศรีสุวรรณ"},
		ministries:    []string{"กระทรวง|การต่างประเทศ", "กระทรวง|การพัฒนา|สังคม|และ|ความมั่นคง|ของ|มนุษย์", "กระทรวง|มหาดไทย"},
		countries:     []string{"ราชอาณาจักร|ไทย", "กัมพูชา", "สาธารณรัฐ|ประชาธิปไตย|ประชาชน|ลาว"},
		organizations: []string{"คณะกรรมาธิการ|แม่น้ำโขง", "สหประชาชาติ"},
		office:        "รอง|นายกรัฐมนตรี", region: "เอเชีย|ตะวันออก|เฉียงใต้",
		ties: []string{"ร่วมมือ|กับ", "ได้|พบ|หารือ|กับ", "เป็น|ส่วนหนึ่ง|ของ", "รับผิดชอบ"},
	},
	{
		name: "Lao", lang: "lo",
		title: "ການ|ຮ່ວມມື|ແມ່ນ້ຳ|ຂອງ", caption: "ໃຜ|ເຮັດວຽກ|ກັບ|ໃຜ ແລະ|ໃຜ|ເປັນ|ຜູ້|ກ່າວ", flow: "ແຮງງານ|ເຄື່ອນຍ້າຍ",
		people:        []string{"ສົມພອນ ແກ້ວມະນີ", "ບຸນມີ ວົງສາ"},
		ministries:    []string{"ກະຊວງ|ການຕ່າງປະເທດ", "ກະຊວງ|ແຮງງານ|ແລະ|ສະຫວັດດີການ|ສັງຄົມ", "ກະຊວງ|ປ້ອງກັນ|ຄວາມສະຫງົບ"},
		countries:     []string{"ສາທາລະນະລັດ|ປະຊາທິປະໄຕ|ປະຊາຊົນ|ລາວ", "ປະເທດ|ໄທ", "ກຳປູເຈຍ"},
		organizations: []string{"ຄະນະ|ກຳມາທິການ|ແມ່ນ້ຳ|ຂອງ", "ສະຫະປະຊາຊາດ"},
		office:        "ຮອງ|ນາຍົກ|ລັດຖະມົນຕີ", region: "ອາຊີ|ຕາເວັນອອກ|ສຽງໃຕ້",
		ties: []string{"ຮ່ວມມື|ກັບ", "ໄດ້|ພົບປະ|ກັບ", "ເປັນ|ສ່ວນໜຶ່ງ|ຂອງ", "ຮັບຜິດຊອບ"},
	},
	{
		name: "Burmese", lang: "my",
		title: "မဲခေါင်|မြစ်ဝှမ်း ပူးပေါင်း|ဆောင်ရွက်မှု", caption: "ဘယ်သူက ဘယ်သူနဲ့ လုပ်ကိုင်|သလဲ၊ ဘယ်သူက ပြောသလဲ", flow: "ရွှေ့ပြောင်း|အလုပ်သမား",
		people:        []string{"မောင်မောင်အေး", "ဒေါ်ခင်ခင်ဝင်း"},
		ministries:    []string{"နိုင်ငံခြားရေး|ဝန်ကြီးဌာန", "လူမှုဝန်ထမ်း၊ ကယ်ဆယ်ရေးနှင့် ပြန်လည်|နေရာချထားရေး|ဝန်ကြီးဌာန", "ပြည်ထဲရေး|ဝန်ကြီးဌာန"},
		countries:     []string{"ပြည်ထောင်စု သမ္မတ မြန်မာနိုင်ငံတော်", "ထိုင်းနိုင်ငံ", "ကမ္ဘောဒီးယား|နိုင်ငံ"},
		organizations: []string{"မဲခေါင်|မြစ်|ကော်မရှင်", "ကုလသမဂ္ဂ"},
		office:        "ဒုတိယ|ဝန်ကြီးချုပ်", region: "အရှေ့တောင်|အာရှ",
		ties: []string{"ပူးပေါင်း|ဆောင်ရွက်သည်", "တွေ့ဆုံ|ခဲ့သည်", "အစိတ်အပိုင်း|ဖြစ်သည်", "တာဝန်ယူ|သည်"},
	},
	{
		name: "Chinese", lang: "zh",
		title: "湄公河流域的合作", caption: "谁与谁合作，以及消息出自何处。", flow: "跨境劳工",
		people:        []string{"王建国", "李晓梅"},
		ministries:    []string{"外交部", "人力资源和社会保障部", "国家发展和改革委员会"},
		countries:     []string{"中华人民共和国", "柬埔寨王国", "老挝人民民主共和国"},
		organizations: []string{"湄公河委员会", "联合国毒品和犯罪问题办公室"},
		office:        "副总理", region: "东南亚",
		ties: []string{"合作", "曾与之会谈", "隶属于", "负责监督和管理"},
	},
	{
		name: "Arabic", lang: "ar",
		title: "التعاون في حوض النهر", caption: "من يعمل مع من، ومن يقول ذلك.", flow: "العمال المهاجرون",
		people:        []string{"أحمد عبد الرحمن السالمي", "ليلى حداد"},
		ministries:    []string{"وزارة الخارجية", "وزارة الموارد المائية والري والتنمية الريفية", "وزارة الداخلية"},
		countries:     []string{"المملكة الأردنية الهاشمية", "جمهورية مصر العربية", "لبنان"},
		organizations: []string{"جامعة الدول العربية", "الأمم المتحدة"},
		office:        "نائب رئيس الوزراء", region: "الشرق الأوسط وشمال أفريقيا",
		ties: []string{"يتعاون مع", "التقى بـ", "جزء من", "مسؤول عن"},
	},
}

func breakable(text string) string { return strings.ReplaceAll(text, "|", "\u200b") }

// in is a case of a dozen entities in a script.
func in(s inScript) *entities.Case {
	m := &maker{rand: rand.New(rand.NewPCG(12, uint64(len(s.name)))), Case: &entities.Case{
		Version: 1, Language: s.lang, AsOf: "2024-02", Title: entities.Text{"": breakable(s.title)},
		Sources: []entities.Source{{ID: "inquiry", Type: entities.Report, Title: entities.Text{"": breakable(s.caption)}, Publisher: "e5"}},
	}}
	for _, list := range []struct {
		kind  entities.EntityType
		names []string
	}{
		{entities.Person, s.people}, {entities.Ministry, s.ministries}, {entities.Organization, s.organizations},
		{entities.Country, s.countries}, {entities.Office, []string{s.office}}, {entities.Region, []string{s.region}},
	} {
		for _, name := range list.names {
			m.entity(list.kind, breakable(name))
		}
	}
	n := len(m.Entities)
	for i := 1; i < n+2; i++ {
		from, to := m.earlier(i%n+1)%n, i%n
		if from == to {
			continue
		}
		m.Relations = append(m.Relations, entities.Relation{
			ID: "r" + m.Entities[to].ID + m.Entities[from].ID, Type: "cooperates-with", Label: entities.Text{"": breakable(pick(m, s.ties...))},
			From: m.Entities[from].ID, To: m.Entities[to].ID, Claims: []string{m.say(entities.Stated)},
		})
	}
	m.Flows = []entities.Flow{{ID: "flow", What: entities.Text{"": breakable(s.flow)}, Via: []string{"e7"}, To: []string{"e8"}, Claims: []string{m.say(entities.Stated)}}}
	view := m.viewOfAll("script-" + s.lang)
	view.Caption = entities.Text{"": breakable(s.caption)}
	m.Views = []entities.View{view}
	return m.Case
}
