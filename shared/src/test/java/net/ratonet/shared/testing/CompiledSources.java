package net.ratonet.shared.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Small programs that exist only to break a rule: compiled from text, read by ArchUnit, never
/// loaded.
final class CompiledSources {

    private static final Pattern NAME =
            Pattern.compile("package ([\\w.]+);.*?(?:class|interface) (\\w+)", Pattern.DOTALL);

    private CompiledSources() {}

    static JavaClasses in(Path folder, String... sources) {
        var options = List.of("-d", folder.toString(), "-proc:none");
        var files = Stream.of(sources).map(Source::new).toList();
        var compiled =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(null, null, null, options, null, files)
                        .call();
        if (!compiled) {
            throw new IllegalArgumentException("the sources do not compile");
        }
        return new ClassFileImporter().importPath(folder);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///" + pathOf(text)), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String pathOf(String text) {
            var matcher = NAME.matcher(text);
            if (!matcher.find()) {
                throw new IllegalArgumentException("no package and class in: " + text);
            }
            return matcher.group(1).replace('.', '/') + "/" + matcher.group(2) + ".java";
        }
    }
}
