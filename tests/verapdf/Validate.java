import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Reads lines "PROFILE TAB FILE" and answers each with one line a broken rule and then an empty line.
 *
 * A broken rule is "CLAUSE-TEST TAB MESSAGE"; a file that cannot be read is "unreadable TAB MESSAGE".
 */
public final class Validate {
    private static final int FAILURES_KEPT = 200;
    private static final Map<String, ValidationProfile> PROFILES = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String[] request = line.split("\t", 2);
            brokenRules(profile(request[0]), new File(request[1])).forEach(
                (rule, message) -> System.out.println(rule + "\t" + message.replaceAll("\\s+", " ")));
            System.out.println();
            System.out.flush();
        }
    }

    private static Map<String, String> brokenRules(ValidationProfile profile, File file) {
        Map<String, String> broken = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance()
                    .createValidator(profile, FAILURES_KEPT, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = assertion.getRuleId();
                    broken.putIfAbsent(
                        rule.getClause() + "-" + rule.getTestNumber(),
                        assertion.getMessage() + " @ " + assertion.getLocation().getContext());
                }
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.put("not compliant", "no assertion was reported");
            }
        } catch (Exception problem) {
            broken.put("unreadable", String.valueOf(problem));
        }
        return broken;
    }

    private static ValidationProfile profile(String name) throws Exception {
        if (!PROFILES.containsKey(name)) {
            try (InputStream xml = Validate.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
                PROFILES.put(name, Profiles.profileFromXml(xml));
            }
        }
        return PROFILES.get(name);
    }

    private Validate() {
    }
}
