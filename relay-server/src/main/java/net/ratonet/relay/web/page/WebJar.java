package net.ratonet.relay.web.page;

import java.io.IOException;
import java.util.Properties;

/// Where a browser library lies inside its WebJar, whose folder names carry the version.
final class WebJar {

    private WebJar() {}

    static String folder(String name) {
        return "META-INF/resources/webjars/" + name + "/" + version(name);
    }

    private static String version(String name) {
        var path = "META-INF/maven/org.webjars/" + name + "/pom.properties";
        try (var in = WebJar.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the WebJar " + name + " is not on the class path");
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read " + path, failure);
        }
    }
}
