/* Starts the parts of the admin that Wagtail starts with inline scripts.

   Wagtail writes <script>new PageChooser("id", {…})</script> beside such a part, which the
   Content-Security-Policy refuses. Our templates and widgets write a template element with
   the name and the arguments instead, and Stimulus, which the admin runs on, finds it: in
   the page as well as in what is added to it later, such as dialogs and new rows. */

// Nothing else can be started, or a smuggled-in element could call whatever it likes.
const CONSTRUCTORS = /^(?:[A-Z]\w*Chooser|Chooser|InlinePanel|MultipleChooserPanel)$/;
const FUNCTIONS = /^(?:init(?:Date|Time|DateTime)|createTask|createMedia)Chooser$/;

class StartController extends window.StimulusModule.Controller {
  static values = { name: String, arguments: Array };

  // Not connect(), which comes again whenever a row is moved.
  initialize() {
    const name = this.nameValue;
    const start = window[name];
    if (CONSTRUCTORS.test(name)) {
      Reflect.construct(start, this.argumentsValue);
    } else if (FUNCTIONS.test(name)) {
      start(...this.argumentsValue);
    } else {
      throw new Error(`The admin may not start "${name}"`);
    }
  }
}

window.wagtail.app.register("security-start", StartController);
