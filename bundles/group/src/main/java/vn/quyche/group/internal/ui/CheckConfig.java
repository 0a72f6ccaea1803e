package vn.quyche.group.internal.ui;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set in {@code etc/vn.quyche.group.cfg}. */
@ObjectClassDefinition(name = "Quyche: group")
public @interface CheckConfig {

    /** The name of the configuration. */
    String PID = "vn.quyche.group";

    @AttributeDefinition(name = "Where anyone reaches this school, for QR codes, for example https://truong.example")
    String public_address() default "";
}
