// Validates PDF files with the library of veraPDF: java -cp JARS Vera.java FLAVOUR,FLAVOUR FILE...
// Prints a line for each rule that fails: file, flavour, clause-test, description; status 1 where there is one.
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Vera {
    public static void main(String[] words) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (int at = 1; at < words.length; at++) {
            for (String name : words[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.fromString(name);
                try (PDFAParser parser = Foundries.defaultInstance().createParser(Files.newInputStream(Path.of(words[at])), flavour);
                     PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 100, false, false, false)) {
                    ValidationResult result = validator.validate(parser);
                    TreeSet<String> wrong = new TreeSet<>();
                    for (TestAssertion one : result.getTestAssertions()) {
                        if (one.getStatus() == TestAssertion.Status.FAILED) {
                            wrong.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + "\t" + one.getMessage());
                        }
                    }
                    if (result.isCompliant() != wrong.isEmpty() || result.getTotalAssertions() == 0) {
                        wrong.add("-\tnothing was validated");
                    }
                    for (String one : wrong) {
                        System.out.println(words[at] + "\t" + name + "\t" + one);
                    }
                    good &= wrong.isEmpty();
                }
            }
        }
        System.exit(good ? 0 : 1);
    }
}
