package vn.quyche.core.document.internal.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the REST door takes in. */
@ObjectClassDefinition(id = DocumentConfig.PID, name = "Quyche: tệp tải lên")
@interface DocumentConfig {

    /** The PID. */
    String PID = "vn.quyche.core.document";

    @AttributeDefinition(name = "Cỡ tệp tải lên lớn nhất (MB)", min = "1")
    int upload_megabytes() default 20;
}
