package vn.quyche.agent;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** Asks in a window of its own, above the browser, which closes by itself when nobody is there. */
final class SwingPrompt implements Prompt {

    private static final int PATIENCE = 180_000;
    private static final int WIDTH = 840;
    private static final int HEIGHT = 320;
    private static final int GAP = 8;
    /** Smaller ones run two marks of a Vietnamese letter into one on many screens. */
    private static final Font FONT = new Font(Font.DIALOG, Font.PLAIN, 16);

    private static final Font CODE = new Font(Font.MONOSPACED, Font.BOLD, 36);

    private final Words words;

    SwingPrompt(Words words) {
        this.words = words;
    }

    @Override
    public boolean pair(String origin, String school, String code) {
        AtomicReference<Boolean> said = new AtomicReference<>(false);
        onScreen(() -> {
            JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
            panel.add(text(words.text("pair", origin, school)), BorderLayout.NORTH);
            JLabel shown = label(words.text("code", code));
            shown.setFont(CODE);
            shown.setHorizontalAlignment(SwingConstants.CENTER);
            panel.add(shown, BorderLayout.CENTER);
            panel.add(text(words.text("compare")), BorderLayout.SOUTH);
            said.set(ask(panel, button("allow"), Optional.empty()));
        });
        return said.get();
    }

    @Override
    public Optional<Answer> pin(Question question) {
        AtomicReference<Optional<Answer>> said = new AtomicReference<>(Optional.empty());
        onScreen(() -> said.set(window(question)));
        return said.get();
    }

    private Optional<Answer> window(Question question) {
        JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
        boolean signing = !question.lines().isEmpty();
        String head = signing
                ? words.text("sign", question.origin(), question.lines().size())
                : words.text("read", question.origin());
        String parts = question.parts() > 1 ? "\n" + words.text("parts", question.parts()) : "";
        panel.add(text(head + parts), BorderLayout.NORTH);
        if (signing) {
            panel.add(new JScrollPane(new DocumentTable(question.lines(), words, FONT, WIDTH, HEIGHT)));
        }
        JComboBox<String> stores = new JComboBox<>(question.stores().toArray(String[]::new));
        stores.setFont(FONT);
        JLabel tries = label("");
        Runnable count = () -> tries.setText(words.text(
                "tries", stores.getSelectedItem(), question.triesLeft().get(stores.getSelectedIndex())));
        stores.addActionListener(event -> count.run());
        count.run();
        JPasswordField pin = new JPasswordField();
        pin.setFont(FONT);
        JPanel entry = new JPanel(new GridLayout(0, 1, GAP / 2, GAP / 2));
        if (question.stores().size() > 1) {
            add(entry, "key", stores);
        }
        entry.add(tries);
        add(entry, "pin-here", pin);
        panel.add(entry, BorderLayout.SOUTH);
        boolean yes = ask(panel, button(signing ? "do-sign" : "do-read"), Optional.of(pin));
        char[] entered = pin.getPassword();
        pin.setText("");
        return yes && entered.length > 0
                ? Optional.of(new Answer((String) stores.getSelectedItem(), entered))
                : Optional.empty();
    }

    private void add(JPanel panel, String key, JComponent field) {
        JLabel label = label(words.text(key));
        label.setLabelFor(field);
        panel.add(label);
        panel.add(field);
    }

    private static JLabel label(String words) {
        JLabel label = new JLabel(words);
        label.setFont(FONT);
        return label;
    }

    private JButton button(String key) {
        JButton button = new JButton(words.text(key));
        button.setFont(FONT);
        return button;
    }

    private static JTextArea text(String words) {
        JTextArea area = new JTextArea(words);
        area.setFont(FONT);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        // without a width it does not know how high it is, and the buttons are cut
        area.setSize(WIDTH, Short.MAX_VALUE);
        area.setBorder(BorderFactory.createEmptyBorder());
        return area;
    }

    /** No is what is chosen unless somebody chooses otherwise, or enters a PIN. */
    private boolean ask(JComponent what, JButton yes, Optional<JPasswordField> pin) {
        JButton no = button("deny");
        JOptionPane pane =
                new JOptionPane(
                        what, JOptionPane.PLAIN_MESSAGE, JOptionPane.DEFAULT_OPTION, null, new Object[] {yes, no}, no) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void selectInitialValue() {
                        pin.ifPresentOrElse(JComponent::requestFocusInWindow, super::selectInitialValue);
                    }
                };
        yes.addActionListener(event -> pane.setValue(yes));
        no.addActionListener(event -> pane.setValue(no));
        JDialog dialog = pane.createDialog(words.text("title"));
        pin.ifPresent(field -> {
            yes.setEnabled(false);
            field.addCaretListener(event -> yes.setEnabled(field.getDocument().getLength() > 0));
            dialog.getRootPane().setDefaultButton(yes);
        });
        dialog.setAlwaysOnTop(true);
        Timer timer = new Timer(PATIENCE, event -> dialog.dispose());
        timer.setRepeats(false);
        timer.start();
        dialog.setVisible(true);
        timer.stop();
        dialog.dispose();
        return yes == pane.getValue();
    }

    private static void onScreen(Runnable work) {
        try {
            SwingUtilities.invokeAndWait(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
