package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/** Whether a signature value is what the standard asks for: one signer, signed attributes in DER, nothing behind it. */
final class CmsShape {

    private CmsShape() {}

    /** @param value the value, filled up with zeros */
    static boolean plain(byte[] value) {
        try (ASN1InputStream in = new ASN1InputStream(value)) {
            ASN1Primitive read = in.readObject();
            if (read == null) {
                return false;
            }
            for (int rest = in.read(); rest >= 0; rest = in.read()) {
                if (rest != 0) {
                    return false;
                }
            }
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(read).getContent());
            ASN1Set signers = data.getSignerInfos();
            if (signers.size() != 1) {
                return false;
            }
            return attributesInDer(signers.getObjectAt(0));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return false;
        }
    }

    /** Whether the signed attributes of every signer of a message are in DER, and nothing is behind it. */
    static boolean attributesInDer(byte[] message) {
        try (ASN1InputStream in = new ASN1InputStream(message)) {
            ASN1Primitive read = in.readObject();
            if (read == null || in.read() >= 0) {
                return false;
            }
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(read).getContent());
            for (ASN1Encodable signer : data.getSignerInfos()) {
                if (!attributesInDer(signer)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return false;
        }
    }

    private static boolean attributesInDer(ASN1Encodable signer) throws IOException {
        ASN1Set attributes = SignerInfo.getInstance(signer).getAuthenticatedAttributes();
        return attributes != null
                && Arrays.equals(attributes.getEncoded(ASN1Encoding.DL), attributes.getEncoded(ASN1Encoding.DER));
    }
}
