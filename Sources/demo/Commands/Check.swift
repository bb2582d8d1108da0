import Tern

enum Check { static func run(_ options: Options) throws {} }
