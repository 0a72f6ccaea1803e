package vn.quyche.core.web.internal.ui;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The templates of one bundle, and those of the shell under {@code shell:}. Compiled templates live as long as this object,
 * thus no longer than the bundle.
 */
final class Templates {

    private static final String SHELL = "shell:";

    private final PebbleEngine engine;

    /**
     * @param own finds a resource of the bundle
     * @param shell finds a resource of the shell
     */
    Templates(Function<String, URL> own, Function<String, URL> shell) {
        this.engine = new PebbleEngine.Builder()
                .loader(new BundleLoader(own, shell))
                .extension(new ShellExtension())
                .registerExtensionCustomizer(UnwrappingResolver::customize)
                .autoEscaping(true)
                .strictVariables(false)
                .build();
    }

    /** Renders a template for the request that {@link Rendering} holds on this thread. */
    String render(String template, Map<String, Object> model, Locale locale) {
        Map<String, Object> context = new HashMap<>();
        model.forEach((name, value) -> context.put(name, unwrap(value)));
        StringWriter out = new StringWriter(16 * 1024);
        try {
            engine.getTemplate(template).evaluate(out, context, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static Object unwrap(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static final class BundleLoader implements Loader<String> {

        private final Function<String, URL> own;
        private final Function<String, URL> shell;

        BundleLoader(Function<String, URL> own, Function<String, URL> shell) {
            this.own = own;
            this.shell = shell;
        }

        @Override
        public Reader getReader(String name) {
            URL url = find(name);
            if (url == null) {
                throw new LoaderException(null, "There is no template " + name);
            }
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new LoaderException(e, "The template " + name + " cannot be read");
            }
        }

        private URL find(String name) {
            return name.startsWith(SHELL)
                    ? shell.apply("ui/" + name.substring(SHELL.length()) + ".html")
                    : own.apply("ui/" + name + ".html");
        }

        @Override
        public String resolveRelativePath(String relative, String anchor) {
            return relative;
        }

        @Override
        public String createCacheKey(String name) {
            return name;
        }

        @Override
        public boolean resourceExists(String name) {
            return find(name) != null;
        }

        @Override
        public void setCharset(String charset) {
            throw new UnsupportedOperationException("templates are UTF-8");
        }

        @Override
        public void setPrefix(String prefix) {
            throw new UnsupportedOperationException("templates stand in ui/");
        }

        @Override
        public void setSuffix(String suffix) {
            throw new UnsupportedOperationException("templates end in .html");
        }
    }
}
