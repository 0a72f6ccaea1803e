package vn.quyche.core.web.internal.ui;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import java.util.List;

/** Reads attributes as Pebble does, with {@code Optional} values unwrapped: a template has null for what is not there. */
final class UnwrappingResolver implements AttributeResolver {

    private final AttributeResolver inner;

    private UnwrappingResolver(AttributeResolver inner) {
        this.inner = inner;
    }

    static ExtensionCustomizer customize(Extension extension) {
        return new Unwrapping(extension);
    }

    @Override
    public ResolvedAttribute resolve(
            Object instance,
            Object attributeName,
            Object[] argumentValues,
            ArgumentsNode args,
            EvaluationContextImpl context,
            String filename,
            int lineNumber) {
        ResolvedAttribute found =
                inner.resolve(instance, attributeName, argumentValues, args, context, filename, lineNumber);
        return found == null ? null : new ResolvedAttribute(Templates.unwrap(found.evaluatedValue));
    }

    private static final class Unwrapping extends ExtensionCustomizer {

        Unwrapping(Extension delegate) {
            super(delegate);
        }

        @Override
        public List<AttributeResolver> getAttributeResolver() {
            List<AttributeResolver> resolvers = super.getAttributeResolver();
            return resolvers == null
                    ? List.of()
                    : resolvers.stream()
                            .<AttributeResolver>map(UnwrappingResolver::new)
                            .toList();
        }
    }
}
